import { crc32 } from "node:zlib";
import type { LedgerChange, LedgerKey } from "../central/ledger.ts";
import { nameOf } from "./stored-rows.ts";

/**
 * A row is locked by the stripe its name falls into, for rows that do not exist must be locked as well. PostgreSQL keeps
 * advisory locks in a table of fixed size shared by all (6,400 places as it comes), and a batch of 1,000 people touches
 * some 3,500 rows: with stripes a message never needs more than {@link STRIPES} places. Two rows in one stripe only wait
 * for each other. All replicas must agree on this number, so it belongs to the layout of the ledger.
 */
export const STRIPES = 1_024;

/** The stripes of rows, each once, in the order in which everybody takes them. */
export function stripesOf(keys: readonly LedgerKey[]): readonly number[] {
  return sorted(keys.map(([table, key]) => crc32(nameOf(table, key)) % STRIPES));
}

/** The stripes of changes. */
export const stripesOfChanges = (changes: readonly LedgerChange[]): readonly number[] =>
  stripesOf(changes.map(({ table, key }) => [table, key] as LedgerKey));

/** Numbers in order, each once. */
export const sorted = (numbers: Iterable<number>): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);
