import { dateAt } from "../kernel/civil-time.ts";
import type { Clock } from "../kernel/clock.ts";
import { ensure } from "../kernel/errors.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep } from "../kernel/process.ts";
import type { Rng } from "../kernel/rng.ts";
import { type CentreAnswer, type CentreRequest, decodeRequest, encodeAnswer } from "../messages/line-envelope.ts";
import { type Certificate, readCertificate } from "../pki/certificate.ts";
import type { RevocationList } from "../pki/revocation.ts";
import { validateUserCertificate } from "../pki/validation.ts";
import type { Facility } from "../population/facility.ts";
import { policyAt } from "../population/policy.ts";
import type { Ledger, LedgerChange, LedgerKey, LedgerSlice } from "./ledger.ts";
import type { AnyService, CentralContext } from "./service.ts";
import { services } from "./services/index.ts";

/** One message as the centre handled it; the changes are applied when it has crossed. */
export interface CentralExchange {
  readonly request: CentreRequest;
  readonly answer: CentreAnswer;
  readonly changes: readonly LedgerChange[];
}

/** {@link CentralExchange} as evidence. */
export type KeptCentralExchange = {
  readonly kind: string;
  readonly facility: string;
  readonly query: object;
  readonly answer: CentreAnswer;
};

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** Inside the centre, between a query and its answer. */
    "central.message": { readonly live: CentralExchange; readonly kept: KeptCentralExchange };
  }
}

/** Keeps an exchange. */
export function keepCentralExchange({ request, answer }: CentralExchange): KeptCentralExchange {
  return { kind: request.kind, facility: request.facility, query: request.body, answer };
}

/** What the centre is made of. */
export interface CentralServerParts {
  readonly clock: Clock;
  readonly rng: Rng;
  readonly ledger: Ledger;
  /** Facilities the centre knows, by code. */
  readonly facilityByCode: (code: string) => Facility | undefined;
  /** All generations of the user CA: they share one name, so keys decide (my-number-card.md §4.1). */
  readonly userCas: readonly Certificate[];
  readonly revocations: RevocationList;
  /** Time one message takes inside the centre, ms. */
  readonly processingMs: number;
}

/** A query names rows that name rows; deeper than this no service reaches. */
const MAX_ROUNDS = 4;

/** オンライン資格確認等システム: routes a message to the service of its kind and applies what changes. */
export class CentralServer {
  readonly #parts: CentralServerParts;
  readonly #services: ReadonlyMap<string, AnyService>;

  constructor(parts: CentralServerParts) {
    this.#parts = parts;
    this.#services = new Map(services.map((entry) => [entry.serves, entry]));
  }

  /** Answers one message from the line. Whatever arrives, an answer goes back. */
  *answer(bytes: Uint8Array, strand: Strand): Process<Uint8Array> {
    yield* sleep(this.#parts.clock, this.#parts.processingMs);
    const request = decodeRequest(bytes);
    if (request === undefined) return encodeAnswer(refusal("SIM-E-001", "the message is not a request"));
    const { answer, changes } = yield* this.#serve(request, strand);
    const passage = yield* strand.cross("central.message", { request, answer, changes });
    const crossed = passage.delivered[0];
    if (crossed === undefined) return encodeAnswer({ status: "error", code: "SIM-E-901" });
    this.#parts.ledger.apply(crossed.changes);
    return encodeAnswer(crossed.answer);
  }

  *#serve(
    { kind, facility, body }: CentreRequest,
    strand: Strand,
  ): Process<Pick<CentralExchange, "answer" | "changes">> {
    const refuse = (code: string, text: string) => ({ answer: refusal(code, text), changes: [] });
    const entry = this.#services.get(kind);
    if (entry === undefined) return refuse("SIM-E-001", `kind ${kind} is not served`);
    const known = this.#parts.facilityByCode(facility);
    if (known === undefined) return refuse("SIM-E-005", "the facility is not known");
    const bad = entry.badField(body);
    if (bad !== undefined) return refuse("SIM-E-002", `field ${bad} is missing or malformed`);
    const cx = yield* this.#context(entry, body, known, strand);
    const result = entry.answer(body, this.#slice(entry, body, cx), cx);
    if ("refused" in result) return refuse(result.refused, `refused by ${kind}`);
    return { answer: { status: "ok", body: result.answer }, changes: result.changes };
  }

  *#context(entry: AnyService, body: object, facility: Facility, strand: Strand): Process<CentralContext> {
    const { clock, rng } = this.#parts;
    const today = dateAt(clock.nowMs);
    const policy = policyAt(today);
    const presented = yield* this.#validate(entry.presents(body), policy.certificateGraceMonths, strand);
    return { nowMs: clock.nowMs, today, policy, facility, rng, presented };
  }

  *#validate(der: Uint8Array | undefined, graceMonths: number, strand: Strand): Process<CentralContext["presented"]> {
    const certificate = der === undefined ? undefined : readCertificate(der);
    if (certificate === undefined) return undefined;
    const { clock, userCas, revocations } = this.#parts;
    const grace = { graceMonths, ends: "end-of-month" } as const;
    const passage = yield* strand.cross("pki.validation", {
      holder: "user",
      subject: certificate.subjectCommonName,
      serial: certificate.serial,
      standing: validateUserCertificate(certificate, userCas, revocations, clock.nowMs, grace),
    });
    return { certificate, standing: passage.delivered[0]?.standing ?? "untrusted" };
  }

  /** Reads rows until the service names no new ones. */
  #slice(entry: AnyService, body: object, cx: CentralContext): LedgerSlice {
    let keys: readonly LedgerKey[] = [];
    let slice = this.#parts.ledger.read(keys);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const named = entry.touches(body, slice, cx);
      if (named.length === keys.length) return slice;
      keys = named;
      slice = this.#parts.ledger.read(keys);
    }
    ensure(entry.touches(body, slice, cx).length === keys.length, `service ${entry.serves} names rows without end`);
    return slice;
  }
}

function refusal(code: string, text: string): CentreAnswer {
  return { status: "refused", code, text };
}
