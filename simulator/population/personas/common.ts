import { addMonths, ageOn, type CivilDate, civilDate } from "../../kernel/civil-time.ts";
import type { Eligibility, InsuredPerson } from "../person.ts";

/**
 * Nobody special: no protection, no second name, the sex on the front. Personas tell of their own trouble only, so none stands on
 * a person whom the computed country gives another.
 */
export function isPlain({ flags, alias, sex2, eligibilities }: InsuredPerson): boolean {
  const held = eligibilities.some((row) => row.held === true);
  return flags === undefined && alias === undefined && sex2 === undefined && !held;
}

/** An adult of working age with one valid insurance from an employer: symbol, number and branch are all there. */
export function isEmployee(person: InsuredPerson, today: CivilDate): boolean {
  const [row, another] = person.eligibilities;
  const age = ageOn(person.birthdate, today);
  return (
    isPlain(person) &&
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

const FORGOTTEN_MONTHS = 120;

/** The rows of a person but for those lost ten years before: far ahead everybody who is old has had another insurance. */
export function rowsThatCount({ eligibilities }: InsuredPerson, today: CivilDate): readonly Eligibility[] {
  const forgotten = addMonths(today, -FORGOTTEN_MONTHS);
  return eligibilities.filter(({ lost }) => lost === undefined || lost > forgotten);
}

/** Somebody of such an age with one valid insurance. */
export const isAged =
  (from: number, below: number) =>
  (person: InsuredPerson, today: CivilDate): boolean => {
    const [row, another] = rowsThatCount(person, today);
    const age = ageOn(person.birthdate, today);
    return (
      isPlain(person) &&
      age >= from &&
      age < below &&
      row !== undefined &&
      row.lost === undefined &&
      another === undefined
    );
  };

/** Nothing laid over the computed person. */
export const asComputed = () => ({});

/** Kana and birth date that two people share. */
export const NAMESAKES = { kana: "ﾄﾞｳﾒｲ ｱｷﾗ", birthdate: civilDate("1980-05-05") } as const;

/** The end of the year of ratios in which a day lies (eligibility-rules.md §11). */
export function nextJuly(on: CivilDate): CivilDate {
  const year = Number(on.slice(0, 4)) + (on.slice(4) < "0801" ? 0 : 1);
  return civilDate(`${year}0731`);
}

/** An insurance without limit data: those of working age do not fit an older person. */
export function withoutLimit({ limit: _limit, ...row }: Eligibility): Eligibility {
  return row;
}
