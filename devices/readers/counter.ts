import type { KeyObject } from "node:crypto";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { Mailbox, type Process, type Settled, start, withDeadline } from "../../simulator/kernel/process.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { TerminalApi, TerminalCall, Unreachable } from "../terminal/ports.ts";
import type { CardAccess } from "./card-access.ts";
import { CardTalk } from "./card-talk.ts";
import type { Leftovers, ReaderDecisions } from "./decisions.ts";
import type { FaceImage } from "./face-gate.ts";
import type { LinkLost, LinkMessage } from "./link.ts";
import type { PatientAtReader } from "./patient.ts";
import type { ConsentPolicy } from "./policy.ts";
import type { ReaderState } from "./power.ts";
import type { ReaderProfile } from "./profile.ts";
import type { ScreenView, Touch } from "./screens.ts";

/** What a session works with. */
export interface SessionParts {
  readonly reader: string;
  readonly profile: ReaderProfile;
  readonly decisions: ReaderDecisions;
  /** The reader's own clock; it may tell a wrong time, its timers are as long as everybody's. */
  readonly clock: Clock;
  readonly rng: Rng;
  readonly strand: Strand;
  readonly terminal: TerminalApi;
  readonly card: CardAccess;
  /** A phone held to the general reader beside it or to itself; left out where phones are not read. */
  readonly phone?: CardAccess;
  /** Set for a general reader that is paired with a face reader. */
  readonly paired?: true;
  readonly policy: ConsentPolicy;
  /** The facility's own, typed by the staff before a visual check; left out where the terminal's menu opens it. */
  readonly passcode?: string;
  /** The CV CA that card fronts are checked against. */
  readonly surfaceCaKey: KeyObject;
  /** Turns the chip's JPEG 2000 into a picture; undefined when it cannot be read. */
  readonly decodePhoto: (photo: Uint8Array) => FaceImage | undefined;
  /** The reader's own, from session to session. */
  readonly memory: { leftovers: Leftovers };
}

/** A screen as a session asks for it; the counter adds on which reader. */
export type View = Omit<ScreenView, "reader">;

/** The talks of a session: with the card, with the patient over screens, with the terminal over its API. */
export class Counter {
  readonly patient: PatientAtReader;
  readonly parts: SessionParts;
  readonly card: CardTalk;
  /** What the session before left behind. */
  readonly kept: Leftovers;
  /** What was chosen in this session so far. */
  chosen: Leftovers = {};
  #shown: View | undefined;
  #onPowerCut: () => void = () => undefined;

  constructor(patient: PatientAtReader, parts: SessionParts) {
    this.patient = patient;
    this.parts = parts;
    this.kept = parts.memory.leftovers;
    this.card = this.talkTo(parts.card);
  }

  /** The last screen shown. */
  get shown(): View | undefined {
    return this.#shown;
  }

  talkTo(access: CardAccess): CardTalk {
    return new CardTalk(access, this.parts.clock, this.parts.decisions.answerMs);
  }

  /** Shows a screen; with a time limit it waits for a touch, without one it only informs. */
  *show(view: View, waitMs?: number): Process<Touch | undefined> {
    const { strand, clock, reader, decisions } = this.parts;
    yield* this.#powered(view.screen);
    this.#shown = view;
    const event: ScreenView = { reader, ...view };
    yield* strand.cross("reader.screen", event);
    if (waitMs === undefined) {
      this.patient.informed?.(event);
      return undefined;
    }
    const patienceMs = decisions.patienceMs(waitMs);
    const touch = yield* withDeadline(clock, this.patient.touch(event, patienceMs), patienceMs);
    if (touch === undefined) return undefined;
    const passage = yield* strand.cross("reader.screen", { reader, screen: view.screen, touch });
    return passage.delivered[0]?.touch;
  }

  /** Calls the terminal and passes the result over `terminal.api`; one that does not arrive is a terminal that went down. */
  *call<R extends TerminalCall["result"]>(
    call: keyof TerminalApi,
    process: Process<R>,
  ): Process<R | Unreachable | LinkLost> {
    yield* this.#powered(call);
    if (!(yield* this.#carries(call, "request"))) return { kind: "link-lost" };
    const result = yield* process;
    if (!(yield* this.#carries(call, "answer"))) return { kind: "link-lost" };
    const passage = yield* this.parts.strand.cross("terminal.api", { reader: this.parts.reader, call, result });
    return (passage.delivered[0]?.result as R | undefined) ?? { kind: "unreachable", why: "no-answer" };
  }

  /** Asks the terminal whether it is there. */
  *terminalAnswers(): Process<boolean> {
    return (yield* this.#carries("hello", "request")) && (yield* this.#carries("hello", "answer"));
  }

  /** The result of a process, or undefined when the reader loses its power first; then the process is abandoned. */
  *whilePowered<T>(process: Process<T>): Process<T | undefined> {
    const box = new Mailbox<Settled<T> | undefined>(1);
    this.#onPowerCut = () => box.put(undefined);
    const abandon = start(process, (outcome) => box.put(outcome));
    const outcome = yield* box.take(this.parts.clock);
    if (outcome === undefined) {
      abandon();
      return undefined;
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  /** Goes on while there is power; without it waits for ever, and whoever conducts the session abandons it. */
  *#powered(at: ReaderState["at"]): Process<void> {
    const { strand, reader } = this.parts;
    const passage = yield* strand.crossQuietly("reader.supply", { reader, at });
    if (passage.delivered.length > 0) return;
    yield () => {
      this.#onPowerCut();
      return () => undefined;
    };
  }

  *#carries(call: LinkMessage["call"], step: LinkMessage["step"]): Process<boolean> {
    const { strand, reader } = this.parts;
    const passage = yield* strand.crossQuietly("reader.link", { reader, call, step });
    if (passage.delivered.length === 0 && call !== "hello") this.chosen = { ...this.chosen, linkLost: true };
    return passage.delivered.length > 0;
  }
}
