import type { PoolClient } from "pg";
import type { ComputedRows, LedgerChange, LedgerKey, LedgerSlice, LedgerWork } from "../central/ledger.ts";
import type { WithChanges } from "./ledger-store.ts";
import { LOCK_CLASS } from "./postgres-schema.ts";
import { sorted, stripesOf, stripesOfChanges } from "./row-locks.ts";
import { layered, type StoredRow, toStored } from "./stored-rows.ts";

/** Rows that others hold were named after the first lock: the work must run again with all its stripes from the start. */
export class LockedElsewhere extends Error {}

/** Longest wait for another replica's rows; after it the server says 55P03. */
const BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '10s'";
const WAIT_FOR = {
  name: "madoguchi-lock",
  // unnest gives the stripes in the order of the array, which is the order everybody waits in.
  text: "SELECT pg_advisory_xact_lock($1, stripe) FROM unnest($2::integer[]) AS stripe",
};
const TRY = {
  name: "madoguchi-try-lock",
  text: "SELECT pg_try_advisory_xact_lock($1, stripe) AS held FROM unnest($2::integer[]) AS stripe",
};
const READ = {
  name: "madoguchi-read",
  text: `SELECT tbl, key, row::text AS row FROM madoguchi.ledger_row
         JOIN unnest($1::text[], $2::text[]) AS asked (tbl, key) USING (tbl, key)`,
};
const WRITE = {
  name: "madoguchi-write",
  text: `INSERT INTO madoguchi.ledger_row (tbl, key, row)
         SELECT tbl, key, row::json FROM unnest($1::text[], $2::text[], $3::text[]) AS changed (tbl, key, row)
         ON CONFLICT (tbl, key) DO UPDATE SET row = excluded.row`,
};

/** One transaction on a connection: locks, reads, writes; strict two-phase locking over the stripes of its rows. */
export class PostgresTransaction {
  readonly #client: PoolClient;
  readonly #computed: ComputedRows;
  /** Stripes it holds; after {@link LockedElsewhere} also those it wanted, to begin the next try with. */
  readonly stripes = new Set<number>();

  constructor(client: PoolClient, computed: ComputedRows) {
    this.#client = client;
    this.#computed = computed;
  }

  /** Runs work up to, but without, its commit. `first`: stripes an earlier try of this work wanted. */
  async run<T extends WithChanges>(work: LedgerWork<T>, first: readonly number[]): Promise<T> {
    await this.#client.query(BEGIN);
    await this.#lock(first);
    let step = work.next();
    while (step.done !== true) step = work.next(await this.#slice(step.value));
    await this.#write(step.value.changes);
    return step.value;
  }

  /**
   * The first stripes are waited for in their order, later ones are only tried: nobody ever waits for a lower stripe while
   * holding a higher one, so no two replicas wait for each other.
   */
  async #lock(wanted: readonly number[]): Promise<void> {
    const missing = wanted.filter((stripe) => !this.stripes.has(stripe));
    if (missing.length === 0) return;
    const mayWait = this.stripes.size === 0;
    for (const stripe of missing) this.stripes.add(stripe);
    const { rows } = await this.#client.query({ ...(mayWait ? WAIT_FOR : TRY), values: [LOCK_CLASS, missing] });
    if (!mayWait && rows.some(({ held }) => held !== true)) throw new LockedElsewhere();
  }

  async #slice(keys: readonly LedgerKey[]): Promise<LedgerSlice> {
    // Lock and read are two statements: a statement sees what was committed when it began, before it waited.
    await this.#lock(stripesOf(keys));
    const values = [keys.map(([table]) => table), keys.map(([, key]) => key)];
    const { rows } = await this.#client.query<StoredRow>({ ...READ, values });
    return layered(keys, rows, this.#computed);
  }

  async #write(changes: readonly LedgerChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.#lock(stripesOfChanges(changes));
    const rows = toStored(changes);
    const values = [rows.map(({ tbl }) => tbl), rows.map(({ key }) => key), rows.map(({ row }) => row)];
    await this.#client.query({ ...WRITE, values });
  }

  /** All stripes of this try, in order. */
  get wanted(): readonly number[] {
    return sorted(this.stripes);
  }
}
