import { type DayNumber, dayFrom } from "./day-number.ts";
import type { Draws } from "./draws.ts";

/** The online check began (eligibility-rules.md §14): whoever had died, or lost an insurance, by then was never registered. */
export const SERVICE_START: DayNumber = dayFrom(2021, 3, 4);
/** Whoever turns this age belongs to the late-elderly scheme 後期高齢者医療 (eligibility-rules.md §11), years. */
export const LATE_ELDERLY_AGE = 75;
/** Ages are laid out on this day (ours: the day of Japan's census of 2025); the days of a life do not depend on the day asked. */
export const CENSUS = { year: 2025, month: 10, day: 1 } as const;
/**
 * From this day on nothing is computed: no indices are kept free for who is born then ({@link file://./household.ts}).
 */
export const HORIZON: DayNumber = dayFrom(2050, 1, 1);
/**
 * Plans and births are laid out in two spans, before this day and from it on, each with as many of them to a year: what a
 * further span adds changes nothing of an earlier one.
 */
export const SECOND_SPAN: DayNumber = dayFrom(2035, 10, 1);

/** Days in an average year. */
const YEAR_DAYS = 365.25;
/** Steps in which chance is drawn. */
const FINENESS = 10_000_000;

const BORN = 100_000;
const OLDEST = 111;
/** Survivors of {@link BORN}, by age in years: the shape of Japan's life tables, both sexes, rounded (ours). */
const SURVIVORS: readonly (readonly [age: number, alive: number])[] = [
  [0, BORN],
  [1, 99_810],
  [5, 99_740],
  [10, 99_700],
  [20, 99_500],
  [30, 99_050],
  [40, 98_350],
  [50, 96_900],
  [60, 93_600],
  [65, 90_600],
  [70, 86_000],
  [75, 79_200],
  [80, 68_700],
  [85, 53_500],
  [90, 34_200],
  [95, 15_600],
  [100, 4_000],
  [105, 400],
  [OLDEST, 0],
];

/** {@link SURVIVORS} for every year of age. */
const ALIVE_AT_AGE: readonly number[] = Array.from({ length: OLDEST + 1 }, (_, age) => {
  const row = SURVIVORS.findIndex(([from]) => age <= from);
  const [[fromAge, from], [toAge, to]] = [SURVIVORS[row - 1] ?? [0, BORN], SURVIVORS[row] ?? [OLDEST, 0]];
  return age === 0 ? BORN : from - ((from - to) * (age - fromAge)) / (toAge - fromAge);
});
/** The table backwards: age in years at which so many hundreds are left. */
const AGE_OF_HUNDREDS: readonly number[] = Array.from({ length: BORN / 100 + 1 }, (_, hundreds) => {
  const alive = hundreds * 100;
  const age = Math.max(
    1,
    ALIVE_AT_AGE.findIndex((left) => left <= alive),
  );
  const [before, after] = [ALIVE_AT_AGE[age - 1] ?? BORN, ALIVE_AT_AGE[age] ?? 0];
  return age - 1 + (before - alive) / (before - after);
});

/** The day somebody born on `birth` dies, alive for certain on their first day and on the day the service began. */
export function drawDeath(birth: DayNumber, draws: Draws): DayNumber {
  const firstDay = Math.max(birth, SERVICE_START);
  const alive = between(ALIVE_AT_AGE, (firstDay - birth) / YEAR_DAYS);
  const age = between(AGE_OF_HUNDREDS, (alive * draws(FINENESS)) / FINENESS / 100);
  return Math.max(firstDay, birth + Math.trunc(age * YEAR_DAYS));
}

/** A table read between its entries; straight lines, so that only + − × ÷ are needed, which are the same on every machine. */
function between(table: readonly number[], at: number): number {
  const entry = Math.min(Math.trunc(at), table.length - 2);
  const [before, after] = [table[entry] ?? 0, table[entry + 1] ?? 0];
  return before + (after - before) * (at - entry);
}
