import { ledgerContract } from "./contract.ts";
import { inMemory, inSqlite } from "./places.ts";
import { replicaContract } from "./replica-contract.ts";

for (const [name, open] of [
  ["memory", inMemory],
  ["SQLite", inSqlite],
] as const) {
  ledgerContract(name, open);
  replicaContract(name, open);
}
