import type { LedgerChange } from "../simulator/central/ledger.ts";
import type { Actor } from "./stage.ts";

/**
 * The rows welfare offices and municipalities leave at the centre and in PMH for everybody on stage. All actors together:
 * a facility's tickets of a month lie under one key, whoever they are for.
 */
export function expenseRowsOf(actors: readonly Actor[]): readonly LedgerChange[] {
  const recipients = new Map<string, string[]>();
  const entrusted = new Map<string, string[]>();
  const changes: LedgerChange[] = [];
  for (const { id, aid, subsidies, unjoinedBodies } of actors) {
    if (aid !== undefined) {
      changes.push({ table: "aid", key: id, row: aid });
      add(recipients, `${aid.payerNumber}/${aid.recipientNumber}`, id);
      for (const { facility, month } of aid.tickets) add(entrusted, `${facility.code}/${month}`, id);
    }
    if (subsidies.length > 0) changes.push({ table: "subsidy", key: id, row: { entries: subsidies } });
    for (const body of unjoinedBodies) changes.push({ table: "pmhBody", key: body, row: { joined: false } });
  }
  for (const [key, personIds] of recipients) changes.push({ table: "recipient", key, row: { personIds } });
  for (const [key, personIds] of entrusted) changes.push({ table: "entrusted", key, row: { personIds } });
  return changes;
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key) ?? [];
  if (!ids.includes(id)) ids.push(id);
  map.set(key, ids);
}
