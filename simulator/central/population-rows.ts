import type { Population } from "../population/person.ts";
import type { ComputedRows, LedgerTables } from "./ledger.ts";

/**
 * Rows of people nobody has touched, computed when asked for: 125 million insured cost no memory (architecture.md §4).
 * A person's id is `p` and the index; `insurer number/insured number` leads to the household that shares it.
 */
export function computedRows(population: Population): ComputedRows {
  const person = (key: string): LedgerTables["person"] | undefined => {
    const index = /^p(\d{1,9})$/.exec(key)?.[1];
    return index === undefined || Number(index) >= population.size ? undefined : population.personAt(Number(index));
  };
  const insured = (key: string): LedgerTables["insured"] | undefined => {
    const [insurerNumber = "", number = ""] = key.split("/");
    const indices = population.findByInsured({ insurerNumber, number });
    return indices.length === 0 ? undefined : { personIds: indices.map((index) => `p${index}`) };
  };
  const tables: { readonly [T in keyof LedgerTables]?: (key: string) => LedgerTables[T] | undefined } = {
    person,
    insured,
  };
  return (table, key) => tables[table]?.(key);
}
