import { writeSync } from "node:fs";
import type { LedgerChange, LedgerWork } from "../../../simulator/central/ledger.ts";
import { openLedger } from "../../../simulator/ledgers/open-ledger.ts";

/**
 * A process that is killed: `node crash-writer.ts <place> <writes>` goes on from where the ledger stands, one write after
 * the other, and says the number of each once it is kept for good. Each write changes {@link ROWS} rows of its own and the
 * one that says how far the ledger is.
 */
export const ROWS = 8;

/** The rows of a write. */
export const rowsOf = (write: number): readonly LedgerChange[] =>
  Array.from({ length: ROWS }, (_, row) => ({
    table: "registration",
    key: `write ${write} row ${row}`,
    row: { effectiveAtMs: write },
  }));

function* next(): LedgerWork<{ readonly write: number; readonly changes: readonly LedgerChange[] }> {
  const slice = yield [["registration", "done"]];
  const write = (slice.get("registration", "done")?.effectiveAtMs ?? 0) + 1;
  const done: LedgerChange = { table: "registration", key: "done", row: { effectiveAtMs: write } };
  return { write, changes: [...rowsOf(write), done] };
}

if (import.meta.main) {
  const [place = "", writes = "0"] = process.argv.slice(2);
  const store = await openLedger(place, () => undefined, "seed 1");
  for (let left = Number(writes); left > 0; left--) {
    const { write } = await store.transact(next);
    writeSync(1, `${write}\n`);
  }
  await store.close();
}
