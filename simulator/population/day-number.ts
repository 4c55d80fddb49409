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
 * Years are positive, so `| 0` divides as whole numbers do, in fewer steps of the machine than `Math.trunc`.
 */
export function dayFrom(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = (marchYear / 400) | 0;
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = (((153 * ((month + 9) % 12) + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - EPOCH_SHIFT;
}

/** The parts of a day. */
export function calendarOf(number: DayNumber): CalendarDay {
  const shifted = number + EPOCH_SHIFT;
  const era = (shifted / DAYS_OF_400_YEARS) | 0;
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const leapDays = ((dayOfEra / 1_460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1 };
}

/** The number of a written day. */
export function dayOf(date: CivilDate): DayNumber {
  return dayFrom(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)));
}

/** The day as the wire writes it; years have four digits, no life reaches back further. */
export function civilOf(number: DayNumber): CivilDate {
  const place = number - FIRST_KEPT;
  if (place < 0 || place >= KEPT) return written(number);
  const known = WRITTEN[place];
  if (known !== undefined) return known;
  const date = written(number);
  WRITTEN[place] = date;
  return date;
}

/** Every row of everybody has several days: those of the lives that are computed are written once, 1900 to 2060, some 59,000. */
const FIRST_KEPT = dayFrom(1900, 1, 1);
const KEPT = dayFrom(2061, 1, 1) - FIRST_KEPT;
const WRITTEN: (CivilDate | undefined)[] = Array.from({ length: KEPT });

function written(number: DayNumber): CivilDate {
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
