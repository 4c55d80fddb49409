import holidayJp from "@holiday-jp/holiday_jp";
import { addDays, type CivilDate, DAY_MS, midnightMs } from "../kernel/civil-time.ts";

/** Sunday 0 … Saturday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** 1970-01-01, day 0 of the epoch in UTC and in Japan's civil calendar alike, was a Thursday. */
const EPOCH_WEEKDAY = 4;
const JST_OFFSET_MS = 9 * 3_600_000;

/** The day of the week of a day in Japan. */
export function weekdayOf(date: CivilDate): Weekday {
  const days = Math.round((midnightMs(date) + JST_OFFSET_MS) / DAY_MS);
  return ((((days + EPOCH_WEEKDAY) % 7) + 7) % 7) as Weekday;
}

/** A national holiday 国民の祝日・休日. The data end with 2050; later years have weekends only. */
export function isHoliday(date: CivilDate): boolean {
  return Object.hasOwn(holidayJp.holidays, `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
}

/** Monday to Friday without holidays (eligibility-rules.md §11 "business day: JST"). */
export function isBusinessDay(date: CivilDate): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !isHoliday(date);
}

/** No run of days off is longer than this. */
const MOST_DAYS_OFF = 20;

/** The first business day after a day. */
export function nextBusinessDay(date: CivilDate): CivilDate {
  let next = addDays(date, 1);
  for (let days = 0; days < MOST_DAYS_OFF && !isBusinessDay(next); days++) next = addDays(next, 1);
  return next;
}
