import type { CivilDate } from "../kernel/civil-time.ts";

/**
 * A day as a whole number, days since 1970-01-01. Lives are computed in these: comparing and adding are single operations,
 * and a text of the wire is made only for the days that are shown (performance.md §9: strings only for the answer).
 */
export type DayNumber = number;

/** A day of the Gregorian calendar in its parts; `month` 1 … 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_OF_400_YEARS = 146_097;
/** Days from 0000-03-01, where the count of eras begins, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/**
 * The number of a day. A day beyond the end of its month runs over into the next, so 29 February of a short year is
 * 1 March, as ages count (kernel `ageOn`); month 13 is the next January. Years count from 1 March here, so that the leap day comes last (general knowledge).
 */
export function dayFrom(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.trunc((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - EPOCH_SHIFT;
}

/** The parts of a day. */
export function calendarOf(number: DayNumber): CalendarDay {
  const shifted = number + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const leapDays = Math.trunc(dayOfEra / 1_460) - Math.trunc(dayOfEra / 36_524) + Math.trunc(dayOfEra / 146_096);
  const yearOfEra = Math.trunc((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
  const monthFromMarch = Math.trunc((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.trunc((153 * monthFromMarch + 2) / 5) + 1 };
}

/** The number of a written day. */
export function dayOf(date: CivilDate): DayNumber {
  return dayFrom(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)));
}

/** The day as the wire writes it; years have four digits, no life reaches back further. */
export function civilOf(number: DayNumber): CivilDate {
  const { year, month, day } = calendarOf(number);
  return String(year * 10_000 + month * 100 + day) as CivilDate;
}

/** The day a person born on `birth` becomes `age` years old. */
export function birthdayOf(birth: DayNumber, age: number): DayNumber {
  const { year, month, day } = calendarOf(birth);
  return dayFrom(year + age, month, day);
}

/** The first day of a month that is not before the day. */
export function firstOfMonthFrom(number: DayNumber): DayNumber {
  const { year, month, day } = calendarOf(number);
  return day === 1 ? number : dayFrom(year, month + 1, 1);
}
