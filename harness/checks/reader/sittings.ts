import type { Kept, PcoName } from "../../../simulator/kernel/pco.ts";
import type { AnyCrossing, Crossing, Trace } from "../../../simulator/kernel/trace.ts";

/** Everything one patient's check-in at a reader led to, in order. */
export interface Sitting {
  readonly step: Crossing<"scenario.step">;
  readonly crossings: readonly AnyCrossing[];
  /** The crossings of one PCO. */
  on<N extends PcoName>(pco: N): readonly Crossing<N>[];
}

/** A screen as shown, and what was done with it. */
export interface Shown {
  readonly seq: number;
  readonly atMs: number;
  readonly view: Kept<"reader.screen">;
  readonly touch: Kept<"reader.screen">["touch"];
}

/** The check-ins of a trace in order. */
export function sittingsOf(trace: Trace): readonly Sitting[] {
  const steps = new Map<number, AnyCrossing[]>();
  const origins = new Map<number, number>();
  for (const crossing of trace.crossings) {
    const { seq, pco, cause } = crossing;
    const origin = pco === "scenario.step" ? seq : cause === undefined ? undefined : origins.get(cause);
    if (origin === undefined) continue;
    origins.set(seq, origin);
    if (pco === "scenario.step" && crossing.message.step === "check-in") steps.set(seq, []);
    else steps.get(origin)?.push(crossing);
  }
  return [...steps].map(([seq, crossings]) => {
    const step = trace.crossings[seq - 1] as Crossing<"scenario.step">;
    return {
      step,
      crossings,
      on: (pco) => crossings.filter((crossing) => crossing.pco === pco) as never,
    };
  });
}

/** The screens of a sitting, each with its touch. */
export function shownIn(sitting: Sitting): readonly Shown[] {
  const shown: Shown[] = [];
  for (const { seq, atMs, message } of sitting.on("reader.screen")) {
    const before = shown.at(-1);
    if (message.touch === undefined) shown.push({ seq, atMs, view: message, touch: undefined });
    else if (before !== undefined) shown[shown.length - 1] = { ...before, touch: message.touch };
  }
  return shown;
}

/** Crossings after one of them. */
export function after(sitting: Sitting, seq: number): readonly AnyCrossing[] {
  return sitting.crossings.filter((crossing) => crossing.seq > seq);
}

/** Whether the face of a frame was accepted: a reader that knows a face speaks with the card next, else it shows a screen. */
export const wasAccepted = (sitting: Sitting, { seq }: Crossing<"camera.frame">): boolean =>
  after(sitting, seq)[0]?.pco === "card.apdu";

/** Whether a frame scored below the limit for life, where the reader has one. */
export const isLifeless = ({ live, liveThreshold }: Kept<"camera.frame">): boolean =>
  liveThreshold !== undefined && live < liveThreshold;

/** Face files that were written. */
export function faceFilesIn(sitting: Sitting): readonly Crossing<"exchange.file">[] {
  const written = sitting
    .on("exchange.file")
    .filter(({ message: { folder, change } }) => folder === "face" && change === "written");
  // A file may be created first and filled afterwards: it is one file all the same.
  return written.filter(
    ({ message }, at) => written.findLastIndex((other) => other.message.name === message.name) === at,
  );
}

/** The name of the visit, for whoever reads a finding. */
export const visitOf = ({ step }: Sitting): string => step.message.visit ?? `#${step.seq}`;

/** Status word of an answer, four hexadecimal digits. */
export const statusOf = ({ response }: Kept<"card.apdu">): string => response.slice(-4);

/** SELECT of 公的個人認証AP by its name: how a reader begins to read a card (my-number-card.md §3.3). */
export const isSelectOfJpki = ({ command }: Kept<"card.apdu">): boolean =>
  command.startsWith("00A4040C0AD392F000260100000001");

/** Commands that got no answer, before the chip worked on them or after. */
export function unansweredIn(sitting: Sitting): readonly (Crossing<"card.apdu"> | Crossing<"card.supply">)[] {
  return [...sitting.on("card.supply"), ...sitting.on("card.apdu")]
    .filter(({ fate }) => fate === "dropped" || fate === "severed")
    .sort((a, b) => a.seq - b.seq);
}

/** VERIFY of the four-digit PIN, or the question for its tries; reference numbers are verified in another application. */
export const isVerifyOfPin = ({ application, command }: Kept<"card.apdu">): boolean =>
  application === "jpki" && command.startsWith("00200080");
