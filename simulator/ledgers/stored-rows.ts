import { type ComputedRows, type LedgerChange, type LedgerKey, type LedgerTables, RowMap } from "../central/ledger.ts";

/** A row as it is stored: JSON, or null for a row that was removed. */
export interface StoredRow {
  readonly tbl: string;
  readonly key: string;
  readonly row: string | null;
}

/** The slice of some keys: stored rows where there are any, else computed ones. A removed row hides the computed one. */
export function layered(keys: readonly LedgerKey[], stored: readonly StoredRow[], computed: ComputedRows): RowMap {
  const slice = new RowMap();
  for (const { tbl, key, row } of stored) {
    // Only rows of asked keys are read, so the table is one of ours; the text is what `toStored` wrote.
    slice.set(tbl as keyof LedgerTables, key, row === null ? undefined : JSON.parse(row));
  }
  for (const [table, key] of keys) {
    if (!slice.has(table, key)) slice.set(table, key, computed(table, key));
  }
  return slice;
}

/** Changes as rows to store, one a key (the last one counts), in the order in which every replica writes them. */
export function toStored(changes: readonly LedgerChange[]): readonly StoredRow[] {
  const last = new Map(changes.map((change) => [nameOf(change.table, change.key), change]));
  return [...last]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { table, key, row }]) => ({ tbl: table, key, row: row === undefined ? null : JSON.stringify(row) }));
}

/** Table and key as one text; tables have no blank in their names. */
export const nameOf = (table: string, key: string): string => `${table} ${key}`;
