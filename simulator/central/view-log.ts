import type { InsuredPerson } from "../population/person.ts";
import type { LedgerChange, LedgerKey, LedgerSlice } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /**
     * `facility/instant/screen/person/number` → one look without a card, or at medical information, for whoever asks later
     * (eligibility-rules.md §15.2, receipt-system-interface.md §1.8).
     */
    readonly viewLog: { readonly screen: string; readonly personId: string; readonly atMs: number };
  }
}

/** One facility has so many looks at one person on one screen within a millisecond; a further one takes the last place (ours). */
const AT_ONE_INSTANT = 16;
const NUMBERS = Array.from({ length: AT_ONE_INSTANT }, (_, index) => index + 1);

/** Rows that say which number a look gets: the first, and the others only once that is taken. */
export function viewLogKeys(
  screen: string,
  person: InsuredPerson | undefined,
  slice: LedgerSlice,
  cx: CentralContext,
): readonly LedgerKey[] {
  if (person === undefined) return [];
  const keyOf = keysAt(screen, person.id, cx);
  const numbers = isTaken(keyOf(1), slice) ? NUMBERS : [1];
  return numbers.map((number) => ["viewLog", keyOf(number)]);
}

/** The entry every look without a card leaves, and every look at medical information. Its {@link viewLogKeys} were read. */
export function logged(screen: string, { id }: InsuredPerson, slice: LedgerSlice, cx: CentralContext): LedgerChange {
  const keyOf = keysAt(screen, id, cx);
  const number = NUMBERS.find((candidate) => !isTaken(keyOf(candidate), slice)) ?? AT_ONE_INSTANT;
  return { table: "viewLog", key: keyOf(number), row: { screen, personId: id, atMs: cx.nowMs } };
}

const keysAt =
  (screen: string, personId: string, { facility, nowMs }: CentralContext) =>
  (number: number): string =>
    `${facility.code}/${nowMs}/${screen}/${personId}/${number}`;

const isTaken = (key: string, slice: LedgerSlice): boolean => slice.get("viewLog", key) !== undefined;
