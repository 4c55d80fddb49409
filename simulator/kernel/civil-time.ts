import { ensure, MisuseError } from "./errors.ts";

/** A day in Japan, written as the wire writes it: `yyyymmdd` (D8, receipt-system-interface.md §2.1). */
export type CivilDate = string & { readonly civilDate: true };
/** A second in Japan: `yyyymmddHHMMSS` (T14). */
export type CivilStamp = string & { readonly civilStamp: true };

/** Japan has one offset and no daylight saving time, so no time-zone table is needed (eligibility-rules.md §11). */
const JST_OFFSET_MS = 9 * 3_600_000;
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const pad2 = (value: number): string => (value < 10 ? `0${value}` : String(value));
const pad4 = (value: number): string => (value > 999 ? String(value) : String(value).padStart(4, "0"));

/** A day from `yyyy-mm-dd` or `yyyymmdd`; a {@link MisuseError} when there is no such day. */
export function civilDate(written: string): CivilDate {
  const date = readCivilDate(written);
  if (date === undefined) throw new MisuseError("date", `${written} is no day of the calendar; write yyyy-mm-dd`);
  return date;
}

/** The same for whoever says in words of their own what is wrong; undefined when there is no such day. */
export function readCivilDate(written: string): CivilDate | undefined {
  const digits = written.replaceAll("-", "");
  return isCivilDate(digits) ? digits : undefined;
}

/** True when the text is eight digits that name an existing day. */
export function isCivilDate(digits: string): digits is CivilDate {
  if (digits.length !== 8) return false;
  let number = 0;
  for (let index = 0; index < 8; index++) {
    const digit = digits.charCodeAt(index) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return false;
    number = number * 10 + digit;
  }
  const [month, day] = [Math.trunc(number / 100) % 100, number % 100];
  return day >= 1 && day <= (month === 2 && isLeapYear(Math.trunc(number / 10_000)) ? 29 : (MONTH_DAYS[month] ?? 0));
}

/** Days of the months, January at 1. Plain numbers: every message is full of days, and a Date for each was a tenth of it. */
const MONTH_DAYS: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day in Japan at an instant. */
export function dateAt(atMs: number): CivilDate {
  return formatDay(Math.floor((atMs + JST_OFFSET_MS) / DAY_MS)) as CivilDate;
}

/** The second in Japan at an instant. */
export function stampAt(atMs: number): CivilStamp {
  const days = Math.floor((atMs + JST_OFFSET_MS) / DAY_MS);
  const seconds = Math.floor((atMs + JST_OFFSET_MS - days * DAY_MS) / SECOND_MS);
  const minutes = Math.floor(seconds / 60);
  return `${formatDay(days)}${pad2(Math.floor(minutes / 60))}${pad2(minutes % 60)}${pad2(seconds % 60)}` as CivilStamp;
}

/** The instant of a stamp; a {@link MisuseError} when the 14 digits name no second. */
export function instantOfStamp(stamp: string): number {
  const [day, hours, minutes, seconds] = [stamp.slice(0, 8), stamp.slice(8, 10), stamp.slice(10, 12), stamp.slice(12)];
  if (!/^\d{14}$/.test(stamp) || !isCivilDate(day) || hours > "23" || minutes > "59" || seconds > "59") {
    throw new MisuseError("time", `${stamp} is no second of the calendar; write yyyymmddHHMMSS`);
  }
  return midnightMs(day) + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
}

/** The instant at which a day begins in Japan. */
export function midnightMs(date: CivilDate): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6))) * DAY_MS - JST_OFFSET_MS;
}

/** The last whole second of a day in Japan, 23:59:59, as certificates write it (my-number-card.md §4.2). */
export function lastSecondMs(date: CivilDate): number {
  return midnightMs(date) + DAY_MS - SECOND_MS;
}

/** A number of days later (or earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateAt(midnightMs(date) + days * DAY_MS);
}

/** The same day a number of months later; the last day of that month where it is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(4, 6)) - 1 + months;
  const first = `${pad4(Math.floor(month / 12))}${pad2((month % 12) + 1)}`;
  const last = endOfMonth(`${first}01` as CivilDate);
  const wanted = `${first}${date.slice(6)}` as CivilDate;
  return wanted < last ? wanted : last;
}

/**
 * The last day of a term of so many months that begins on a day: the day before the one with the same number; the end of the
 * month where it has none (Civil Code 民法 art. 143 (2), general knowledge).
 */
export function endOfTerm(from: CivilDate, months: number): CivilDate {
  const corresponding = addMonths(from, months);
  return corresponding.slice(6) === from.slice(6) ? addDays(corresponding, -1) : corresponding;
}

/** Milliseconds from a day to another, `yyyy-mm-dd` or `yyyymmdd`: from any time of the one to the same time of the other. */
export const msBetween = (from: string, to: string): number => midnightMs(civilDate(to)) - midnightMs(civilDate(from));

/** The last day of the month of a day. */
export function endOfMonth(date: CivilDate): CivilDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(4, 6))];
  return `${date.slice(0, 6)}${month === 2 && isLeapYear(year) ? 29 : MONTH_DAYS[month]}` as CivilDate;
}

/** Full years of age on a day. Born on 29 February: older on 1 March in a short year. */
export function ageOn(birthdate: CivilDate, date: CivilDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthdate.slice(0, 4));
  return date.slice(4) >= birthdate.slice(4) ? years : years - 1;
}

/** An era of the Japanese calendar. `code` is the digit of the signing certificate's birth date (my-number-card.md §4.3). */
export interface Era {
  readonly ja: string;
  readonly en: string;
  readonly code: 1 | 2 | 3 | 4 | 5;
  readonly from: CivilDate;
}

/** Newest first. Meiji counts from 1868 though the calendar is Gregorian from 1873 on. */
export const ERAS: readonly Era[] = [
  { ja: "令和", en: "Reiwa", code: 5, from: civilDate("2019-05-01") },
  { ja: "平成", en: "Heisei", code: 4, from: civilDate("1989-01-08") },
  { ja: "昭和", en: "Showa", code: 3, from: civilDate("1926-12-25") },
  { ja: "大正", en: "Taisho", code: 2, from: civilDate("1912-07-30") },
  { ja: "明治", en: "Meiji", code: 1, from: civilDate("1868-10-23") },
];

/** Era and year of the era for a day; days before Meiji are a misuse. */
export function eraOf(date: CivilDate): { readonly era: Era; readonly year: number } {
  const era = ERAS.find((candidate) => date >= candidate.from);
  if (era === undefined) throw new MisuseError("date", `${date} lies before the Meiji era`);
  return { era, year: Number(date.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1 };
}

/** A day in words of the Japanese calendar, 令和8年2月10日; the first year is 元年. */
export function inJapaneseCalendar(date: CivilDate): string {
  const { era, year } = eraOf(date);
  return `${era.ja}${year === 1 ? "元" : year}年${Number(date.slice(4, 6))}月${Number(date.slice(6))}日`;
}

/** Days of 400 years of the Gregorian calendar, after which it repeats. */
const CYCLE_DAYS = 146_097;
/** Days from 1 March of the year 0, where leap days come last and months are easily counted, to 1970-01-01. */
const TO_1970 = 719_468;

/**
 * Days since 1970-01-01. Arithmetic and no Date: the population and every answer are full of days, and Dates were a tenth
 * of both.
 */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const cycle = Math.floor(shifted / 400);
  const inCycle = shifted - cycle * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return cycle * CYCLE_DAYS + inCycle * 365 + Math.floor(inCycle / 4) - Math.floor(inCycle / 100) + inYear - TO_1970;
}

/** The other way: a day by its number, written. */
function formatDay(days: number): string {
  ensure(Number.isFinite(days), "an instant lies outside the calendar");
  const cycle = Math.floor((days + TO_1970) / CYCLE_DAYS);
  const inCycle = days + TO_1970 - cycle * CYCLE_DAYS;
  const leaps = Math.floor(inCycle / 1_460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / (CYCLE_DAYS - 1));
  const years = Math.floor((inCycle - leaps) / 365);
  const inYear = inCycle - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shifted = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return `${pad4(cycle * 400 + years + (month > 2 ? 0 : 1))}${pad2(month)}${pad2(day)}`;
}
