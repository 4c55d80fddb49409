import { LedgerProblem } from "./ledger-problem.ts";

/** Primary result codes of SQLite (its manual, "Result and Error Codes"). */
const SQLITE = { busy: 5, locked: 6, readOnly: 8, ioError: 10, full: 13, cannotOpen: 14, notADatabase: 26 } as const;
const PRIMARY = 0xff;

/** A file that may only be read, or what SQLite keeps beside it. */
export function readOnly(path: string): LedgerProblem {
  return new LedgerProblem(
    "read-only",
    `${path} may not be written`,
    `give yourself the right to write the file, its folder, and ${path}-wal and ${path}-shm if they are there`,
  );
}

/** An error of SQLite in words; whatever is no error of SQLite passes through. */
export function sqliteProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("errcode" in error)) return error;
  switch (Number(error.errcode) & PRIMARY) {
    case SQLITE.busy:
    case SQLITE.locked:
      return new LedgerProblem(
        "busy",
        `${path} is locked by another program`,
        "end what holds the file open for writing, or give each its own file",
      );
    case SQLITE.readOnly:
      return readOnly(path);
    case SQLITE.cannotOpen:
      return new LedgerProblem(
        "unreachable",
        `${path} cannot be opened`,
        "make its folder, and see that you may write there",
      );
    case SQLITE.notADatabase:
      return new LedgerProblem("not-a-ledger", `${path} is no SQLite file`, "name a file that does not exist yet");
    case SQLITE.full:
      return new LedgerProblem("failed", `there is no room left for ${path}`, "make room on the disk");
    case SQLITE.ioError:
      return new LedgerProblem("failed", `${path} cannot be read or written`, "look at the disk it lies on");
    default:
      return new LedgerProblem("failed", `${path}: ${error.message}`, "begin a new ledger at another place");
  }
}
