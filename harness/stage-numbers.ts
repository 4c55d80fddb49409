import type { LedgerChange } from "../simulator/central/ledger.ts";
import type { Actor } from "./stage.ts";

/**
 * Who has which insured number, over everybody on stage: a family shares its number, so that one actor's row must not
 * take the number away from another.
 */
export function insuredRowsOf(actors: readonly Actor[]): readonly LedgerChange[] {
  const sharing = new Map<string, Set<string>>();
  for (const { id, carried, person } of actors) {
    for (const { insurerNumber, number } of [carried, ...person.eligibilities]) {
      const key = `${insurerNumber}/${number}`;
      sharing.set(key, (sharing.get(key) ?? new Set()).add(id));
    }
  }
  return [...sharing].map(([key, ids]): LedgerChange => ({ table: "insured", key, row: { personIds: [...ids] } }));
}
