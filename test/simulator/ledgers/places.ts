import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LedgerStore } from "../../../simulator/ledgers/ledger-store.ts";
import { MemoryStore } from "../../../simulator/ledgers/memory-store.ts";
import { openLedger } from "../../../simulator/ledgers/open-ledger.ts";
import { computed, type Place } from "./contract.ts";

/** A folder of a test's own, gone with it. */
export function ownFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "madoguchi-ledger-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A ledger in memory: all replicas are one. */
export async function inMemory(): Promise<Place> {
  const store = new MemoryStore(computed);
  return { replica: async () => store, [Symbol.asyncDispose]: async () => undefined };
}

/** A ledger at an address; its replicas are closed when the test is over. */
export function at(address: string, over: () => void | Promise<void>): Place {
  const stores: LedgerStore[] = [];
  return {
    async replica() {
      const store = await openLedger(address, computed, "seed 1");
      stores.push(store);
      return store;
    },
    async [Symbol.asyncDispose]() {
      for (const store of stores) await store.close();
      await over();
    },
  };
}

/** A ledger in a file of its own. */
export async function inSqlite(): Promise<Place> {
  const folder = ownFolder();
  return at(`sqlite:${join(folder.path, "ledger.sqlite")}`, () => folder[Symbol.dispose]());
}
