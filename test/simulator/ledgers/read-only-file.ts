import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { LedgerProblem } from "../../../simulator/ledgers/ledger-problem.ts";
import { SqliteStore } from "../../../simulator/ledgers/sqlite-store.ts";

/** How opening a ledger went, and which files lay in its folder afterwards. */
export interface Opening {
  readonly went: string;
  readonly files: readonly string[];
}

/**
 * A ledger is made in an empty folder, the right to write it is taken away, and given back; opened after each. In a process
 * of its own: root, whom no rights bind, becomes somebody else there.
 */
export function openings(folder: string): readonly Opening[] {
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, folder], { encoding: "utf8" }));
}

const NOBODY = 65_534;

function openedIn(folder: string): string {
  const path = join(folder, "ledger");
  try {
    void new SqliteStore({ path, computed: () => undefined, population: "seed 1" }).close();
    return "opened";
  } catch (error) {
    return error instanceof LedgerProblem ? error.code : String(error);
  }
}

if (import.meta.main) {
  const [folder = ""] = process.argv.slice(2);
  if (process.getuid?.() === 0) {
    chownSync(folder, NOBODY, NOBODY);
    process.setgroups?.([]);
    process.setgid?.(NOBODY);
    process.setuid?.(NOBODY);
  }
  const steps = [undefined, 0o444, 0o644].map((mode): Opening => {
    if (mode !== undefined) chmodSync(join(folder, "ledger"), mode);
    return { went: openedIn(folder), files: readdirSync(folder) };
  });
  process.stdout.write(JSON.stringify(steps));
}
