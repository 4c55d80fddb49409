import { CentralCore, type CentralCoreParts, type CoreAnswer } from "../central/central-core.ts";
import type { CentreAnswer, CentreRequest } from "../messages/line-envelope.ts";
import type { Certificate } from "../pki/certificate.ts";
import type { RevocationList } from "../pki/revocation.ts";
import { type Standing, validateUserCertificate } from "../pki/validation.ts";
import type { LedgerStore } from "./ledger-store.ts";

/** What a centre outside the virtual world is made of. */
export interface StoredCentreParts extends CentralCoreParts {
  readonly store: LedgerStore;
  /** The centre's own time, ms since 1970. */
  readonly nowMs: () => number;
  /** All generations of the user CA (my-number-card.md §4.1). */
  readonly userCas: readonly Certificate[];
  readonly revocations: RevocationList;
}

/**
 * The centre outside the virtual world: the same core, one transaction of a store for each message. It keeps nothing of
 * its own, so any number of replicas may share a store.
 */
export class StoredCentre {
  readonly #parts: StoredCentreParts;
  readonly #core: CentralCore;

  constructor(parts: StoredCentreParts) {
    this.#parts = parts;
    this.#core = new CentralCore(parts);
  }

  /** Answers a message once its changes are kept for good; rejects with the store's {@link LedgerProblem}. */
  async answer(request: CentreRequest): Promise<CentreAnswer> {
    return (await this.serve(request)).answer;
  }

  /** The same, with what changed and which rules decided. */
  async serve(request: CentreRequest): Promise<CoreAnswer> {
    const { store, nowMs } = this.#parts;
    const atMs = nowMs();
    const message = this.#core.open(request, atMs);
    if ("changes" in message) return message;
    const { certificate, graceMonths } = message;
    const standing = certificate === undefined ? undefined : this.#judge(certificate, graceMonths, atMs);
    return store.transact(() => message.answer(standing));
  }

  #judge(certificate: Certificate, graceMonths: number, atMs: number): Standing {
    const { userCas, revocations } = this.#parts;
    const grace = { graceMonths, ends: "end-of-month" } as const;
    return validateUserCertificate(certificate, userCas, revocations, atMs, grace);
  }
}
