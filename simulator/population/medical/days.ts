import { addDays, type CivilDate, civilDate, DAY_MS, midnightMs } from "../../kernel/civil-time.ts";

const FIRST = civilDate("1970-01-01");
/** 1 January 1970 was a Thursday. */
const THURSDAY = 4;

/** Number of a day, counted from 1 January 1970. */
export function dayNumber(date: CivilDate): number {
  return Math.ceil(midnightMs(date) / DAY_MS); // a day in Japan begins nine hours earlier
}

/** The day with a number. */
export function dayOf(number: number): CivilDate {
  return addDays(FIRST, number);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(number: number): number {
  return (number + THURSDAY) % 7;
}

/** Days of a rhythm in a period, both ends included; `index` counts them from the beginning of time. */
export function rhythm(
  [from, until]: readonly [CivilDate, CivilDate],
  everyDays: number,
  phase: number,
): readonly { readonly number: number; readonly index: number }[] {
  const last = dayNumber(until);
  const found = [];
  for (let index = Math.ceil((dayNumber(from) - phase) / everyDays); index * everyDays + phase <= last; index++) {
    found.push({ number: index * everyDays + phase, index });
  }
  return found;
}

/** Months that touch a period, `yyyymm`. */
export function monthsOf([from, until]: readonly [CivilDate, CivilDate]): readonly string[] {
  const count = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(4, 6)) - 1;
  return Array.from({ length: Math.max(0, count(until) - count(from) + 1) }, (_, index) => {
    const month = count(from) + index;
    return `${Math.trunc(month / 12)}${String((month % 12) + 1).padStart(2, "0")}`;
  });
}
