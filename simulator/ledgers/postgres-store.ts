import { Pool, type PoolClient } from "pg";
import type { ComputedRows, LedgerWork } from "../central/ledger.ts";
import { LedgerProblem } from "./ledger-problem.ts";
import type { LedgerStore, WithChanges } from "./ledger-store.ts";
import { isConflict, isLost, postgresProblem } from "./postgres-problem.ts";
import { prepareSchema } from "./postgres-schema.ts";
import { LockedElsewhere, PostgresTransaction } from "./postgres-transaction.ts";

/** Connections of one replica: as many messages of it are in the database at once. */
const CONNECTIONS = 8;
/** Messages of one replica that wait for a connection; more are told so. */
const MAX_WAITING = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** A statement that long means a server that hangs; above the lock time-out. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** The second try knows the rows of the first; more are needed only while others change which rows those are. */
const MAX_TRIES = 8;

/** What a ledger in PostgreSQL is opened with. */
export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`, or with `?host=/folder` a socket. */
  readonly address: string;
  readonly computed: ComputedRows;
  /** Names the people under the changed rows, as `seed 1`. */
  readonly population: string;
}

/**
 * The ledger in PostgreSQL, shared by any number of replicas: one transaction a message. Isolation is ours, not the
 * database's: see docs/decisions, "Three ledgers and one contract".
 */
export class PostgresStore implements LedgerStore {
  readonly #pool: Pool;
  readonly #where: string;
  readonly #computed: ComputedRows;

  private constructor(pool: Pool, where: string, computed: ComputedRows) {
    this.#pool = pool;
    this.#where = where;
    this.#computed = computed;
  }

  /** Connects, and makes the tables where there are none; rejects with a {@link LedgerProblem}. */
  static async open({ address, computed, population }: PostgresStoreOptions): Promise<PostgresStore> {
    const where = whereOf(address);
    const pool = new Pool({
      connectionString: address,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS,
      application_name: "madoguchi",
    });
    // An idle connection may break at any time; the pool makes a new one, and without a listener we would end.
    pool.on("error", () => undefined);
    try {
      await onConnection(pool, (client) => prepareSchema(client, where, population));
    } catch (error) {
      await pool.end();
      throw inOpening(error, where);
    }
    return new PostgresStore(pool, where, computed);
  }

  async transact<T extends WithChanges>(work: () => LedgerWork<T>): Promise<T> {
    if (this.#pool.waitingCount >= MAX_WAITING)
      throw new LedgerProblem("busy", `${MAX_WAITING} messages wait for ${this.#where}`, "run more replicas");
    try {
      return await onConnection(this.#pool, (client) => this.#tries(client, work));
    } catch (error) {
      throw postgresProblem(error, this.#where);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #tries<T extends WithChanges>(client: PoolClient, work: () => LedgerWork<T>): Promise<T> {
    let first: readonly number[] = [];
    for (let left = MAX_TRIES; left > 0; left--) {
      const transaction = new PostgresTransaction(client, this.#computed);
      try {
        const done = await transaction.run(work(), first);
        await this.#commit(client);
        return done;
      } catch (error) {
        if (!(error instanceof LockedElsewhere || isConflict(error))) throw error;
        await client.query("ROLLBACK");
        first = transaction.wanted;
      }
    }
    throw new LedgerProblem("busy", `others changed the rows in ${this.#where} ${MAX_TRIES} times`, "send it again");
  }

  async #commit(client: PoolClient): Promise<void> {
    try {
      await client.query("COMMIT");
    } catch (error) {
      if (!isLost(error)) throw error;
      const fix = "ask again what the centre knows before you repeat the message";
      throw new LedgerProblem("outcome-unknown", `the connection to ${this.#where} broke during a commit`, fix);
    }
  }
}

/** Nothing of ours runs while a store is opened: what has no code is the driver's, as about TLS or a missing password. */
function inOpening(error: unknown, where: string): unknown {
  const problem = postgresProblem(error, where);
  if (problem instanceof LedgerProblem || !(error instanceof Error)) return problem;
  return new LedgerProblem("refused", `${where}: ${error.message}`, "check user, password and sslmode in the address");
}

/** A connection for a while. One on which something failed is thrown away: nobody knows what state it is in. */
async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements tells it by this event only.
  const ignore = (): void => undefined;
  client.on("error", ignore);
  let failed = true;
  try {
    const done = await work(client);
    failed = false;
    return done;
  } finally {
    client.off("error", ignore);
    client.release(failed);
  }
}

/** The server in words for people: no user, no password. */
function whereOf(address: string): string {
  const { hostname, port, pathname, searchParams } = new URL(address);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  return `PostgreSQL at ${host === "" ? "its usual place" : host}${port === "" ? "" : `:${port}`}${pathname}`;
}
