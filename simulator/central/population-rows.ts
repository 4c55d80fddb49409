import "./aid-rows.ts";
import "./looked-up.ts";
import type { Population } from "../population/person.ts";
import type { ComputedRows, LedgerTables } from "./ledger.ts";

/**
 * Rows of people nobody has touched, computed when asked for: 125 million insured cost no memory (architecture.md §4).
 * A person's id is `p` and the index; `insurer number/insured number` leads to the household that shares it. All of it is as of
 * the population's day. Who is registered for the card, and what anybody consented to, is not computed.
 */
export function computedRows(population: Population): ComputedRows {
  // Somebody not born yet has a place in the population, but the centre has never heard of them.
  const ofPerson =
    <R>(row: (index: number) => R) =>
    (key: string): R | undefined => {
      const index = Number(/^p(\d{1,9})$/.exec(key)?.[1] ?? Number.NaN);
      return index < population.size && population.isBorn(index) ? row(index) : undefined;
    };
  const people = (indices: readonly number[]): { readonly personIds: readonly string[] } | undefined =>
    indices.length === 0 ? undefined : { personIds: indices.map((index) => `p${index}`) };
  const tables: { readonly [T in keyof LedgerTables]?: (key: string) => LedgerTables[T] | undefined } = {
    person: ofPerson((index) => population.personAt(index)),
    insured: (key) => {
      const [insurerNumber = "", number = ""] = key.split("/");
      return people(population.findByInsured({ insurerNumber, number }));
    },
    aid: ofPerson((index) => population.aidOf(index)),
    subsidy: ofPerson((index) => {
      const entries = population.subsidiesOf(index);
      return entries.length === 0 ? undefined : { entries };
    }),
    residents: (address) => people(population.findByAddress(address)),
    recipient: (key) => {
      const [payerNumber = "", recipient = ""] = key.split("/");
      const index = population.findByRecipient({ payerNumber, recipientNumber: recipient });
      return people(index === undefined ? [] : [index]);
    },
    entrusted: (key) => {
      const [facility = "", month = ""] = key.split("/");
      return people(population.entrustedTo(facility, month));
    },
  };
  return (table, key) => tables[table]?.(key);
}
