import type { PoolClient } from "pg";
import { notALedger, otherPopulation, otherVersion } from "./ledger-problem.ts";
import { SCHEMA_VERSION } from "./ledger-store.ts";

/** First of the two numbers of our advisory locks, so that other programs in the database are not in the way ("MADO"). */
export const LOCK_CLASS = 0x4d41444f;
/** Second number of the lock under which the tables are made; below all stripes. */
const SCHEMA_LOCK = -1;

/**
 * `json`, not `jsonb`: it gives back the very text that was written, order of keys and all, and can still be asked with
 * `row->>'personId'`.
 */
const CREATE = `
CREATE SCHEMA IF NOT EXISTS madoguchi;
CREATE TABLE madoguchi.ledger_schema (version integer NOT NULL, population text NOT NULL);
CREATE TABLE madoguchi.ledger_row (tbl text NOT NULL, key text NOT NULL, row json, PRIMARY KEY (tbl, key));
`;

/** Makes the tables where there are none and compares them with what this version expects; replicas may start together. */
export async function prepareSchema(client: PoolClient, where: string, population: string): Promise<void> {
  await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
  await client.query("SELECT pg_advisory_xact_lock($1, $2)", [LOCK_CLASS, SCHEMA_LOCK]);
  const { rows: tables } = await client.query<{ readonly name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'madoguchi'",
  );
  if (tables.length === 0) {
    await client.query(CREATE);
    await client.query("INSERT INTO madoguchi.ledger_schema VALUES ($1, $2)", [SCHEMA_VERSION, population]);
  } else {
    if (!tables.some(({ name }) => name === "ledger_schema")) throw notALedger(`the schema madoguchi of ${where}`);
    const { rows } = await client.query("SELECT version, population FROM madoguchi.ledger_schema");
    const { version, population: found } = rows[0] ?? {};
    if (version === undefined) throw notALedger(`the schema madoguchi of ${where}`);
    if (version !== SCHEMA_VERSION) throw otherVersion(where, version, SCHEMA_VERSION);
    if (found !== population) throw otherPopulation(where, found, population);
  }
  await client.query("COMMIT");
}
