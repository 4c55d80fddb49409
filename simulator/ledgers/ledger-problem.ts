/** Why a store cannot be used, in one word for programs. */
export type LedgerProblemCode =
  | "unreachable"
  | "refused"
  | "not-a-ledger"
  | "other-version"
  | "other-population"
  | "read-only"
  | "busy"
  | "damaged"
  | "failed"
  /** The connection broke during the commit: the change may be kept or not, and nobody here can tell. */
  | "outcome-unknown";

/** The place where the ledger is kept cannot be used: what happened, and the next step. Never holds a password. */
export class LedgerProblem extends Error {
  override readonly name = "LedgerProblem";
  readonly code: LedgerProblemCode;
  /** What whoever runs the centre can do. */
  readonly fix: string;

  constructor(code: LedgerProblemCode, message: string, fix: string) {
    super(message);
    this.code = code;
    this.fix = fix;
  }
}

/** A ledger of another layout. */
export function otherVersion(where: string, found: unknown, expected: number): LedgerProblem {
  return new LedgerProblem(
    "other-version",
    `${where} holds a ledger of layout ${String(found)}; this version reads and writes layout ${expected}`,
    "begin a new ledger at another place, or use the version of madoguchi that wrote this one",
  );
}

/** A ledger whose rows lie over other people. */
export function otherPopulation(where: string, found: unknown, expected: string): LedgerProblem {
  return new LedgerProblem(
    "other-population",
    `${where} holds a ledger over the people of ${String(found)}, not of ${expected}`,
    `ask for ${String(found)}, or begin a new ledger at another place: changed rows of one population mean nothing over another`,
  );
}

/** A row that no version of ours wrote. Its content is not told: it may be anything. */
export function damagedRow(table: string, key: string): LedgerProblem {
  return new LedgerProblem(
    "damaged",
    `the row ${key} of the table ${table} is not as it was written`,
    "go back to a copy of the ledger, or begin a new one at another place; rows are not changed by hand",
  );
}

/** A database of SQLite that is no file: it would be gone with the process, and nobody told. */
export function keptNowhere(where: string): LedgerProblem {
  return new LedgerProblem(
    "not-a-ledger",
    `${where} is no file, so nothing would be kept in it`,
    "name a file, or the place memory where nothing need be kept",
  );
}

/** Something else that has tables, or a ledger that does not say which one it is. */
export function notALedger(where: string): LedgerProblem {
  return new LedgerProblem(
    "not-a-ledger",
    `${where} holds something else, not a ledger of madoguchi`,
    "name a place that does not exist yet, or one that madoguchi made",
  );
}
