import type { CivilDate } from "../kernel/civil-time.ts";
import { calendarOf, civilOf, type DayNumber, dayFrom, dayOf, firstOfMonthFrom } from "./day-number.ts";
import { LATE_ELDERLY_AGE } from "./life-span.ts";

/** Which rules of ratio and limit a person falls under on a day (eligibility-rules.md §4.1, §11). */
export type LifeStage = "preschool" | "ordinary" | "elderly" | "late-elderly";

/** A stage with the days it covers; `until` is its last day. */
export interface StagePeriod {
  readonly stage: LifeStage;
  readonly from: CivilDate;
  readonly until?: CivilDate;
}

/** The same in whole numbers. */
export interface StageDays {
  readonly stage: LifeStage;
  readonly from: DayNumber;
  /** The last day; infinity where none is foreseen. */
  readonly until: DayNumber;
}

/** The stage a person is in on a day. */
export function stageOn(birthdate: CivilDate, date: CivilDate): StagePeriod {
  const { stage, from, until } = stageAt(dayOf(birthdate), dayOf(date));
  return { stage, from: civilOf(from), ...(until === Number.POSITIVE_INFINITY ? {} : { until: civilOf(until) }) };
}

/** The stage somebody born on `birth` is in on a day: every row of everybody asks. */
export function stageAt(birth: DayNumber, on: DayNumber): StageDays {
  const { year, month, day } = calendarOf(birth);
  const lateElderly = dayFrom(year + LATE_ELDERLY_AGE, month, day);
  if (on >= lateElderly) return { stage: "late-elderly", from: lateElderly, until: Number.POSITIVE_INFINITY };
  const elderly = elderlyDay(year, month, day);
  if (on >= elderly) return { stage: "elderly", from: elderly, until: lateElderly - 1 };
  const preschool = preschoolDay(year, month, day);
  if (on <= preschool) return { stage: "preschool", from: birth, until: preschool };
  return { stage: "ordinary", from: preschool + 1, until: elderly - 1 };
}

/** A birthday; born on 29 February it is 1 March in a short year, as ages count (kernel `ageOn`). */
export function birthday(birthdate: CivilDate, age: number): CivilDate {
  const [year, month, day] = partsOf(birthdate);
  return civilOf(dayFrom(year + age, month, day));
}

/**
 * Elderly rules begin with the month after the 70th birthday; where that falls on the 1st, with that month (§11). It does so too
 * for who is born on 29 February, who would else be elderly later than whoever is born a day after (ours).
 */
export function elderlyFrom(birthdate: CivilDate): CivilDate {
  return civilOf(elderlyDay(...partsOf(birthdate)));
}

/**
 * Last preschool day: the first 31 March on or after the day six is reached (§4.1, §11). An age is reached at the end of the
 * day before the birthday, so who is born on 1 April belongs to the older class.
 */
export function preschoolUntil(birthdate: CivilDate): CivilDate {
  return civilOf(preschoolDay(...partsOf(birthdate)));
}

function elderlyDay(year: number, month: number, day: number): DayNumber {
  return firstOfMonthFrom(dayFrom(year + 70, month, day));
}

function preschoolDay(year: number, month: number, day: number): DayNumber {
  const olderClass = month < 4 || (month === 4 && day === 1);
  return dayFrom(year + (olderClass ? 6 : 7), 3, 31);
}

function partsOf(date: CivilDate): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6))];
}

/** Both sides of each boundary. */
export const lifeStageVectors: readonly {
  readonly title: string;
  readonly born: string;
  readonly on: string;
  readonly stage: LifeStage;
}[] = [
  {
    title: "born 2 April 2019: the last preschool day is 31 March 2026",
    born: "2019-04-02",
    on: "2026-03-31",
    stage: "preschool",
  },
  { title: "and school begins the day after", born: "2019-04-02", on: "2026-04-01", stage: "ordinary" },
  { title: "born 1 April 2019: one class older", born: "2019-04-01", on: "2025-03-31", stage: "preschool" },
  { title: "no longer preschool a year before the neighbour", born: "2019-04-01", on: "2025-04-01", stage: "ordinary" },
  { title: "70 on 10 February: not yet in February", born: "1956-02-10", on: "2026-02-28", stage: "ordinary" },
  { title: "but from March on", born: "1956-02-10", on: "2026-03-01", stage: "elderly" },
  { title: "70 on the 1st: from that day on", born: "1956-02-01", on: "2026-02-01", stage: "elderly" },
  { title: "and not the day before", born: "1956-02-01", on: "2026-01-31", stage: "ordinary" },
  {
    title: "born on 29 February: 70 on 1 March, and elderly from that day on",
    born: "1956-02-29",
    on: "2026-03-01",
    stage: "elderly",
  },
  { title: "and not the day before", born: "1956-02-29", on: "2026-02-28", stage: "ordinary" },
  { title: "the day before the 75th birthday", born: "1951-02-10", on: "2026-02-09", stage: "elderly" },
  { title: "the 75th birthday", born: "1951-02-10", on: "2026-02-10", stage: "late-elderly" },
  {
    title: "born on 29 February: 75 on 1 March of a short year",
    born: "1952-02-29",
    on: "2027-02-28",
    stage: "elderly",
  },
  { title: "and late-elderly from then on", born: "1952-02-29", on: "2027-03-01", stage: "late-elderly" },
];
