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

/** A certificate with years to go. */
export const certificateLasts = (today: CivilDate): CivilDate => addMonths(today, 36);

/** Nothing laid over the computed person. */
export const asComputed = () => ({});
