import { accessSync, constants, existsSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { type ComputedRows, type LedgerKey, type LedgerWork, runOn } from "../central/ledger.ts";
import { keptNowhere, notALedger, otherPopulation, otherVersion } from "./ledger-problem.ts";
import { type LedgerStore, SCHEMA_VERSION, type WithChanges } from "./ledger-store.ts";
import { readOnly, sqliteProblem } from "./sqlite-problem.ts";
import { layered, type StoredRow, toStored } from "./stored-rows.ts";

/** How long a message waits for another process that writes, ms; SQLite has one writer a file. */
const BUSY_TIMEOUT_MS = 5_000;

const CREATE = `
CREATE TABLE ledger_schema (version INTEGER NOT NULL, population TEXT NOT NULL) STRICT;
CREATE TABLE ledger_row (tbl TEXT NOT NULL, key TEXT NOT NULL, row TEXT, PRIMARY KEY (tbl, key)) STRICT, WITHOUT ROWID;
`;

/** What a ledger in a file is opened with. */
export interface SqliteStoreOptions {
  readonly path: string;
  readonly computed: ComputedRows;
  /** Names the people under the changed rows, as `seed 1`; a file of other people is refused. */
  readonly population: string;
  /** How long a message waits for another process that writes; {@link BUSY_TIMEOUT_MS} unless told. */
  readonly busyTimeoutMs?: number;
}

/**
 * The ledger in an SQLite file: write-ahead log, and every commit is on the disk before it is acknowledged
 * (`synchronous=FULL`). Several processes may use one file; they write one after the other.
 */
export class SqliteStore implements LedgerStore {
  readonly #path: string;
  readonly #computed: ComputedRows;
  readonly #database: DatabaseSync;
  readonly #read: StatementSync;
  readonly #write: StatementSync;

  /** Opens or makes the file; a {@link LedgerProblem} says why it cannot be used. */
  constructor({ path, computed, population, busyTimeoutMs = BUSY_TIMEOUT_MS }: SqliteStoreOptions) {
    this.#path = path;
    this.#computed = computed;
    if (existsSync(path) && !isWritable(path)) throw readOnly(path);
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { timeout: busyTimeoutMs });
      prepare(database, path, population);
      this.#read = database.prepare("SELECT tbl, key, row FROM ledger_row WHERE tbl = ? AND key = ?");
      this.#write = database.prepare(
        "INSERT INTO ledger_row (tbl, key, row) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET row = excluded.row",
      );
      this.#database = database;
    } catch (error) {
      database?.close();
      throw sqliteProblem(error, path);
    }
  }

  async transact<T extends WithChanges>(work: () => LedgerWork<T>): Promise<T> {
    try {
      // IMMEDIATE: the one writer's place is taken before the first read, so no other process comes between.
      return inTransaction(this.#database, () => {
        const done = runOn({ read: (keys) => this.#slice(keys) }, work());
        for (const { tbl, key, row } of toStored(done.changes)) this.#write.run(tbl, key, row);
        return done;
      });
    } catch (error) {
      throw sqliteProblem(error, this.#path);
    }
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #slice(keys: readonly LedgerKey[]) {
    const stored = keys.flatMap(([table, key]) => {
      // The driver types any column as any value; these are the columns of CREATE, and prepare() saw that they are ours.
      const row = this.#read.get(table, key) as unknown as StoredRow | undefined;
      return row === undefined ? [] : [row];
    });
    return layered(keys, stored, this.#computed);
  }
}

/**
 * Asked before SQLite opens the file: it lays `-wal` and `-shm` beside one that may only be read, with the same rights, and
 * they would lock out whoever is given the right later. Not asked by opening it ourselves, for to close a file lets go of
 * every lock this process has on it.
 */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What tells an empty file from a stranger's, who may have marked it and made no table yet. */
const MADE = `SELECT name FROM sqlite_schema
  UNION ALL SELECT 'marked' FROM pragma_application_id WHERE application_id <> 0
  UNION ALL SELECT 'marked' FROM pragma_user_version WHERE user_version <> 0`;

/** Looks before it writes: the journal mode is a property of the file, and a stranger's file stays as it is. */
function prepare(database: DatabaseSync, path: string, population: string): void {
  if (database.prepare("SELECT file FROM pragma_database_list").get()?.["file"] === "") throw keptNowhere(path);
  inTransaction(database, () => {
    const made = database.prepare(MADE).all();
    if (made.length === 0) {
      database.exec(CREATE);
      database.prepare("INSERT INTO ledger_schema VALUES (?, ?)").run(SCHEMA_VERSION, population);
      return;
    }
    if (!made.some(({ name }) => name === "ledger_schema")) throw notALedger(path);
    const { version, population: found } = database.prepare("SELECT * FROM ledger_schema").get() ?? {};
    if (version === undefined) throw notALedger(path);
    if (version !== SCHEMA_VERSION) throw otherVersion(path, version, SCHEMA_VERSION);
    if (found !== population) throw otherPopulation(path, found, population);
    // A file that may only be read is told now, and not at the first change: BEGIN IMMEDIATE lets it pass.
    database.exec("UPDATE ledger_schema SET version = version");
  });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const done = work();
    database.exec("COMMIT");
    return done;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
