import "./aid-rows.ts";
import "./earlier-rows.ts";
import "./looked-up.ts";
import { isCivilDate } from "../kernel/civil-time.ts";
import { civilOf } from "../population/day-number.ts";
import { SERVICE_START } from "../population/life-span.ts";
import type { Population } from "../population/person.ts";
import type { ComputedRows, LedgerTables } from "./ledger.ts";

/**
 * Rows of people nobody has touched, computed when asked for: 125 million insured cost no memory (architecture.md §4).
 * A person's id is `p` and the index; `insurer number/insured number` leads to the household that shares it. All of it is as of
 * the population's day, but for what is asked of an earlier one. Who is registered for the card, and what anybody consented
 * to, is not computed.
 */
export function computedRows(population: Population): ComputedRows {
  // Somebody not born yet has a place in the population, but the centre has never heard of them.
  const ofIndex =
    <R>(row: (index: number) => R | undefined) =>
    (key: string): R | undefined => {
      const index = indexOf(key);
      return index >= 0 && index < population.size ? row(index) : undefined;
    };
  const people = (indices: readonly number[]): { readonly personIds: readonly string[] } | undefined =>
    indices.length === 0 ? undefined : { personIds: indices.map((index) => `p${index}`) };
  const tables: { readonly [T in keyof LedgerTables]?: (key: string) => LedgerTables[T] | undefined } = {
    person: ofIndex((index) => population.bornAt(index)),
    earlier: (key) => {
      const [id = "", day = ""] = key.split("/");
      if (!isCivilDate(day) || day >= population.asOf) return undefined;
      // Of before there was a check the first day is told.
      return ofIndex((index) => population.bornAt(index, day < FIRST_DAY ? FIRST_DAY : day))(id);
    },
    insured: (key) => {
      // Not `split`, which takes as long as the look-up itself.
      const slash = key.indexOf("/");
      return people(population.findByInsured({ insurerNumber: key.slice(0, slash), number: key.slice(slash + 1) }));
    },
    aid: ofIndex((index) => population.aidOf(index)),
    subsidy: ofIndex((index) => {
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

const FIRST_DAY = civilOf(SERVICE_START);

/** The index in the id of a computed person; −1 for any other text. */
function indexOf(key: string): number {
  if (key.length < 2 || key.length > 10 || !key.startsWith("p")) return -1;
  let index = 0;
  for (let place = 1; place < key.length; place++) {
    const digit = key.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return -1;
    index = index * 10 + digit;
  }
  return index;
}
