import { type ComputedRows, type LedgerWork, MemoryLedger, runOn } from "../central/ledger.ts";
import type { LedgerStore, WithChanges } from "./ledger-store.ts";

/** The ledger of one process, gone with it: the default. Work is synchronous, so nothing can come between. */
export class MemoryStore implements LedgerStore {
  readonly #ledger: MemoryLedger;

  constructor(computed: ComputedRows) {
    this.#ledger = new MemoryLedger(computed);
  }

  async transact<T extends WithChanges>(work: () => LedgerWork<T>): Promise<T> {
    const done = runOn(this.#ledger, work());
    this.#ledger.apply(done.changes);
    return done;
  }

  async close(): Promise<void> {
    // There is nothing to let go of.
  }
}
