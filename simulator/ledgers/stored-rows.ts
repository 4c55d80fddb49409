import { type ComputedRows, type LedgerChange, type LedgerKey, type LedgerTables, RowMap } from "../central/ledger.ts";
import { isRowOf } from "../central/row-shapes.ts";
import { damagedRow } from "./ledger-problem.ts";

/** A row as it is stored: JSON, or null for a row that was removed. */
export interface StoredRow {
  readonly tbl: string;
  readonly key: string;
  readonly row: string | null;
}

/**
 * The slice of some keys: stored rows where there are any, else computed ones. A removed row hides the computed one. A row
 * that cannot be what was stored is a {@link LedgerProblem}.
 */
export function layered(keys: readonly LedgerKey[], stored: readonly StoredRow[], computed: ComputedRows): RowMap {
  const slice = new RowMap();
  for (const { tbl, key, row } of stored) {
    const table = tbl as keyof LedgerTables; // only rows of asked keys are read, so it is one of ours
    slice.set(table, key, row === null ? undefined : readBack(table, key, row));
  }
  for (const [table, key] of keys) {
    if (!slice.has(table, key)) slice.set(table, key, computed(table, key));
  }
  return slice;
}

/** What `toStored` wrote; a {@link LedgerProblem} where somebody else wrote since. */
function readBack(table: keyof LedgerTables, key: string, written: string): LedgerTables[keyof LedgerTables] {
  let row: unknown;
  try {
    row = JSON.parse(written);
  } catch {
    throw damagedRow(table, key);
  }
  if (!isRowOf(table, row)) throw damagedRow(table, key);
  return row as LedgerTables[keyof LedgerTables];
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
