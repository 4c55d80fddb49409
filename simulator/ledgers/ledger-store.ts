import type { LedgerChange, LedgerWork } from "../central/ledger.ts";

/** What work on a store comes to: whatever its caller wants to know, and the rows that change with it. */
export interface WithChanges {
  readonly changes: readonly LedgerChange[];
}

/**
 * Where a centre outside the virtual world keeps its state. One contract for all of them: test/simulator/ledgers/contract.ts.
 * Changed rows lie over computed ones; a removed row hides the computed row under it.
 */
export interface LedgerStore {
  /**
   * Runs work as one transaction: it reads rows that nobody else changes meanwhile, its changes are kept all together or
   * not at all, and only when they are kept for good the promise is fulfilled. After a conflict with another replica the
   * work runs again from the start, a bounded number of times. Rejects with a {@link LedgerProblem}.
   */
  transact<T extends WithChanges>(work: () => LedgerWork<T>): Promise<T>;
  /** Lets go of file and connections. Nothing may run on the store afterwards. */
  close(): Promise<void>;
}

/** Layout of the rows as it is written beside them; another number is refused, never converted silently. */
export const SCHEMA_VERSION = 1;
