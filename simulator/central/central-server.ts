import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep } from "../kernel/process.ts";
import { type CentreAnswer, type CentreRequest, decodeRequest, encodeAnswer } from "../messages/line-envelope.ts";
import type { Certificate } from "../pki/certificate.ts";
import type { RevocationList } from "../pki/revocation.ts";
import { type Standing, validateUserCertificate } from "../pki/validation.ts";
import { CentralCore, type CentralCoreParts, type CoreAnswer, refuse } from "./central-core.ts";
import { type Ledger, type LedgerChange, runOn } from "./ledger.ts";

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
export interface CentralServerParts extends CentralCoreParts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** All generations of the user CA: they share one name, so keys decide (my-number-card.md §4.1). */
  readonly userCas: readonly Certificate[];
  readonly revocations: RevocationList;
  /** Time one message takes inside the centre, ms. */
  readonly processingMs: number;
}

/** オンライン資格確認等システム in the virtual world: the core, its PCOs, and a ledger that is a map. */
export class CentralServer {
  readonly #parts: CentralServerParts;
  readonly #core: CentralCore;

  constructor(parts: CentralServerParts) {
    this.#parts = parts;
    this.#core = new CentralCore(parts);
  }

  /** Answers one message from the line. Whatever arrives, an answer goes back. */
  *answer(bytes: Uint8Array, strand: Strand): Process<Uint8Array> {
    yield* sleep(this.#parts.clock, this.#parts.processingMs);
    const request = decodeRequest(bytes);
    if (request === undefined) return encodeAnswer(refuse("SIM-E-001", "the message is not a request").answer);
    const { answer, changes } = yield* this.#serve(request, strand);
    const passage = yield* strand.cross("central.message", { request, answer, changes });
    const crossed = passage.delivered[0];
    if (crossed === undefined) return encodeAnswer({ status: "error", code: "SIM-E-901" });
    this.#parts.ledger.apply(crossed.changes);
    return encodeAnswer(crossed.answer);
  }

  *#serve(request: CentreRequest, strand: Strand): Process<CoreAnswer> {
    const message = this.#core.open(request, this.#parts.clock.nowMs);
    if ("changes" in message) return message;
    const { certificate, graceMonths } = message;
    const standing = certificate === undefined ? undefined : yield* this.#judge(certificate, graceMonths, strand);
    return runOn(this.#parts.ledger, message.answer(standing));
  }

  *#judge(certificate: Certificate, graceMonths: number, strand: Strand): Process<Standing | undefined> {
    const { clock, userCas, revocations } = this.#parts;
    const grace = { graceMonths, ends: "end-of-month" } as const;
    const passage = yield* strand.cross("pki.validation", {
      holder: "user",
      subject: certificate.subjectCommonName,
      serial: certificate.serial,
      standing: validateUserCertificate(certificate, userCas, revocations, clock.nowMs, grace),
    });
    return passage.delivered[0]?.standing;
  }
}
