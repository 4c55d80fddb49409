import type { ComputedRows } from "../central/ledger.ts";
import { MisuseError } from "../kernel/errors.ts";
import type { LedgerStore } from "./ledger-store.ts";
import { MemoryStore } from "./memory-store.ts";

/** Ways to say where a ledger is kept. */
export const LEDGER_PLACES = ["memory", "sqlite:<file>", "postgres://<user>@<host>/<database>"] as const;

/**
 * Opens the ledger at a place ({@link LEDGER_PLACES}). A place that is none is a MisuseError that does not repeat it, for
 * it may hold a password; one that cannot be used rejects with a LedgerProblem. Databases are loaded only when asked for.
 * `population` names the people under the changed rows: a ledger over others is refused.
 */
export async function openLedger(place: string, computed: ComputedRows, population: string): Promise<LedgerStore> {
  if (place === "memory") return new MemoryStore(computed);
  const path = /^sqlite:(.+)$/s.exec(place)?.[1];
  if (path !== undefined) {
    const { SqliteStore } = await import("./sqlite-store.ts");
    return new SqliteStore({ path, computed, population });
  }
  if (isAddress(place)) {
    const { PostgresStore } = await import("./postgres-store.ts");
    return PostgresStore.open({ address: place, computed, population });
  }
  throw new MisuseError("ledger", `give one of ${LEDGER_PLACES.join(", ")}`, LEDGER_PLACES);
}

const MOST_PORT = 65_535;

/**
 * An address PostgreSQL may lie at. A host with a percent sign that stands for nothing is none, nor is a `?port=` that no
 * port has: the driver would wait for it without end.
 */
function isAddress(place: string): boolean {
  try {
    const { hostname, searchParams } = new URL(place);
    decodeURIComponent(hostname);
    const port = Number(searchParams.get("port") ?? 0);
    return /^postgres(?:ql)?:\/\//.test(place) && port >= 0 && port <= MOST_PORT;
  } catch {
    return false;
  }
}
