import type { CivilDate } from "../kernel/civil-time.ts";
import type { Eligibility } from "../population/eligibility.ts";
import { holds } from "./benefits-on.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** `person id/day` → the insurances of a computed person as they were on an earlier day; computed, never stored. */
    readonly earlier: { readonly eligibilities: readonly Eligibility[] };
  }
}

type At = Pick<CentralContext, "today">;

/** What the age or a year of certificates changes; the rest of a row is registration. */
const BENEFITS: ReadonlySet<string> = new Set<keyof Eligibility>([
  "issued",
  "validFrom",
  "validUntil",
  "contributionRatio",
  "preschool",
  "elderly",
  "limit",
  "diseases",
]);

/** The row a question about a past day touches besides; about today and ahead none. */
export function earlierKeys(personId: string, on: CivilDate, { today }: At): readonly LedgerKey[] {
  return on < today ? [["earlier", `${personId}/${on}`]] : NONE;
}
const NONE: readonly LedgerKey[] = [];

/**
 * An insurance as a question about a day is answered: acquired and lost as is known today, ratio, class and certificates as they
 * were on the day (eligibility-rules.md §1, §4.1, §11). What is registered now and holds on that day stands: an insurer may
 * have put it right since.
 */
export function rowOn(
  personId: string,
  row: Eligibility,
  on: CivilDate,
  slice: LedgerSlice,
  { today }: At,
): Eligibility {
  if (on >= today) return row;
  const dated = row.limit ?? row.elderly ?? (row.validFrom === undefined ? undefined : row);
  if (dated !== undefined && holds(dated, on)) return row;
  const then = slice
    .get("earlier", `${personId}/${on}`)
    ?.eligibilities.find(
      ({ insurerNumber, number, acquired }) =>
        insurerNumber === row.insurerNumber && number === row.number && acquired === row.acquired,
    );
  // The one half and the other make a whole row again: every field is on one side of BENEFITS.
  return then === undefined ? row : ({ ...partOf(row, false), ...partOf(then, true) } as Eligibility);
}

function partOf(row: Eligibility, benefits: boolean): Partial<Eligibility> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => BENEFITS.has(name) === benefits));
}
