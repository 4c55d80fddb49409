import type { InsuredPerson } from "../population/person.ts";
import { isAidPayer } from "../population/recipient-number.ts";
import { isHeldBack } from "../rules/protection.ts";
import { shownRows } from "../rules/validity-by-card.ts";
import type {} from "./aid-rows.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";
import { insuredKey, type SearchItems } from "./number-search.ts";

/** Where it is kept who shares a number: an insured number, or the recipient number of 医療扶助. */
export type NumberRow = readonly ["insured" | "recipient", string];

/** The row of an insured number. */
export const insuredRow = (items: SearchItems): NumberRow => ["insured", insuredKey(items)];

/** The row an insurer number leads to: payers of 医療扶助 have recipients, all others insured people (eligibility-rules.md §12.2). */
export const numberRow = (items: SearchItems): NumberRow =>
  isAidPayer(items.InsurerNumber) ? ["recipient", insuredKey(items)] : insuredRow(items);

/** Ids of the people who share a number; none when nobody has it, or its row was not asked for. */
export function idsUnder([table, key]: NumberRow, slice: LedgerSlice): readonly string[] {
  return slice.get(table, key)?.personIds ?? [];
}

/** Rows an inquiry by number touches: that of the number, and of each who shares it the person and what `more` names. */
export function keysUnder(
  row: NumberRow,
  slice: LedgerSlice,
  more: (id: string) => readonly LedgerKey[],
): readonly LedgerKey[] {
  return [row, ...idsUnder(row, slice).flatMap((id): readonly LedgerKey[] => [["person", id], ...more(id)])];
}

/** The people who share a number of whom neither they nor what is registered under it is held back (eligibility-rules.md §15.4). */
export function shownUnder(row: NumberRow, slice: LedgerSlice): readonly InsuredPerson[] {
  const [table, key] = row;
  const shown = (person: InsuredPerson): boolean =>
    shownRows(person).some(({ insurerNumber, number }) => `${insurerNumber}/${number}` === key);
  return peopleUnder(row, slice).filter((person) => (table === "insured" ? shown(person) : !isHeldBack(person)));
}

/** The people who share a number. */
export function peopleUnder(row: NumberRow, slice: LedgerSlice): readonly InsuredPerson[] {
  return idsUnder(row, slice).flatMap((id) => slice.get("person", id) ?? []);
}
