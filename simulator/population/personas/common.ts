import { addMonths, ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import type { InsuredPerson } from "../person.ts";

/** An adult of working age with one valid insurance from an employer: symbol, number and branch are all there. */
export function isEmployee(person: InsuredPerson, today: CivilDate): boolean {
  const [row, another] = person.eligibilities;
  const age = ageOn(person.birthdate, today);
  return (
    age >= 25 &&
    age < 60 &&
    another === undefined &&
    row?.symbol !== undefined &&
    row.branch !== undefined &&
    row.lost === undefined &&
    row.acquired <= addMonths(today, -24) &&
    /^0[16]/.test(row.insurerNumber)
  );
}

const CERTIFICATE_BIRTHDAYS = 5;
const YEARS_TO_GO = 2;

/**
 * A certificate with years to go: it ends on the first birthday that is more than two years away, or on the fifth of a
 * holder who has not had so many (my-number-card.md §4.2).
 */
export function certificateLasts(today: CivilDate, birthdate: CivilDate): CivilDate {
  const age = Math.max(ageOn(birthdate, today) + 1 + YEARS_TO_GO, CERTIFICATE_BIRTHDAYS);
  return addMonths(birthdate, 12 * age);
}

/** Somebody of such an age with one valid insurance. */
export const isAged =
  (from: number, below: number) =>
  ({ birthdate, eligibilities: [row, another] }: InsuredPerson, today: CivilDate): boolean => {
    const age = ageOn(birthdate, today);
    return age >= from && age < below && row !== undefined && row.lost === undefined && another === undefined;
  };

/** Nothing laid over the computed person. */
export const asComputed = () => ({});
