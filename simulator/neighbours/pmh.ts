import { type Ledger, rowOf } from "../central/ledger.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep, withDeadline } from "../kernel/process.ts";
import { type CentreAnswer, decodeAnswer, decodeRequest, encodeAnswer } from "../messages/line-envelope.ts";
import type { SubsidyEntry } from "../population/subsidy.ts";
import { subsidyRegistration, type WrongItem } from "../rules/subsidy-registration.ts";

/** One half of an exchange between centre and PMH, or a registration of a municipality. */
export type PmhMessage =
  | { readonly step: "request"; readonly kind: string; readonly facility: string }
  | { readonly step: "answer"; readonly kind: string; readonly facility: string; readonly answer: CentreAnswer }
  | {
      readonly step: "registration";
      readonly body: string;
      readonly personId: string;
      readonly entries: readonly SubsidyEntry[];
    };

/** {@link PmhMessage} as evidence. */
export interface KeptPmhMessage {
  readonly step: PmhMessage["step"];
  readonly kind?: string;
  readonly facility?: string;
  readonly body?: string;
  readonly personId?: string;
  readonly certificates?: number;
  readonly status?: CentreAnswer["status"];
}

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** Between the centre, or a municipality, and PMH 医療費助成システム (requirements.md R4-05). */
    "pmh.message": { readonly live: PmhMessage; readonly kept: KeptPmhMessage };
  }
}

/** Keeps a message: what was registered and answered stands in other crossings. */
export function keepPmhMessage(message: PmhMessage): KeptPmhMessage {
  switch (message.step) {
    case "request":
      return message;
    case "answer":
      return { step: "answer", kind: message.kind, facility: message.facility, status: message.answer.status };
    case "registration": {
      const { entries, ...kept } = message;
      return { ...kept, certificates: entries.length };
    }
  }
}

/** Kinds of message that PMH answers. */
const PMH_KINDS: ReadonlySet<string> = new Set(["SIMsubsidy", "PMHsimsm01"]);
/** So long the centre waits for PMH before it goes on without it (ours). */
const PMH_MS = 5_000;
/** No answer in time (receipt-system-interface.md §8.1, ours). */
const SILENT: CentreAnswer = { status: "error", code: "SIM-E-901" };

/** What answers messages from the line: the centre, or the centre with PMH beside it. */
export interface Answering {
  answer(bytes: Uint8Array, strand: Strand): Process<Uint8Array>;
}

/**
 * The centre with PMH behind it: what concerns certificates crosses to PMH and back, and may be lost there while the centre
 * goes on answering everything else (eligibility-rules.md §10.4 row 9).
 */
export class CentreWithPmh implements Answering {
  readonly #centre: Answering;
  readonly #clock: Clock;

  constructor(centre: Answering, clock: Clock) {
    this.#centre = centre;
    this.#clock = clock;
  }

  *answer(bytes: Uint8Array, strand: Strand): Process<Uint8Array> {
    const request = decodeRequest(bytes);
    if (request === undefined || !PMH_KINDS.has(request.kind)) return yield* this.#centre.answer(bytes, strand);
    const { kind, facility } = request;
    const began = this.#clock.nowMs;
    const answered = yield* withDeadline(this.#clock, this.#leg(kind, facility, bytes, strand), PMH_MS);
    if (answered !== undefined) return answered;
    yield* sleep(this.#clock, Math.max(0, began + PMH_MS - this.#clock.nowMs)); // lost on the way: the centre waits all the same
    return encodeAnswer(SILENT);
  }

  *#leg(kind: string, facility: string, bytes: Uint8Array, strand: Strand): Process<Uint8Array | undefined> {
    const asked = yield* strand.cross("pmh.message", { step: "request", kind, facility });
    if (asked.delivered.length === 0) return undefined;
    const answer = decodeAnswer(yield* this.#centre.answer(bytes, strand)) ?? SILENT;
    const passage = yield* strand.cross("pmh.message", { step: "answer", kind, facility, answer });
    const [crossed] = passage.delivered;
    return crossed?.step === "answer" ? encodeAnswer(crossed.answer) : undefined;
  }
}

/** How a registration of a municipality fared. */
export type RegistrationOutcome = "kept" | "unanswered" | "not-joined" | "other-body" | Exclude<WrongItem, undefined>;

/**
 * A municipality registers the certificates of a person anew (§10.3): all of them or none. One that has not joined PMH, one with
 * another body's certificate (ours) and one with a wrong item is refused; a certificate that is marked as deleted stays and is
 * given to nobody.
 */
export function* registerSubsidies(
  {
    body,
    personId,
    entries,
  }: { readonly body: string; readonly personId: string; readonly entries: readonly SubsidyEntry[] },
  ledger: Ledger,
  strand: Strand,
): Process<RegistrationOutcome> {
  if (rowOf(ledger, "pmhBody", body)?.joined === false) return "not-joined";
  if (entries.some((entry) => entry.body !== body)) return "other-body";
  for (const entry of entries) {
    const wrong = subsidyRegistration.decide(entry).result;
    if (wrong !== undefined) return wrong;
  }
  const passage = yield* strand.cross("pmh.message", { step: "registration", body, personId, entries });
  const [arrived] = passage.delivered;
  if (arrived?.step !== "registration") return "unanswered";
  // What others registered while this one was under way stays.
  const others = (rowOf(ledger, "subsidy", personId)?.entries ?? []).filter((entry) => entry.body !== body);
  const row = { entries: [...others, ...arrived.entries] };
  ledger.apply([{ table: "subsidy", key: personId, row }]);
  return "kept";
}
