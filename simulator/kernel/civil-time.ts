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

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** A day from `yyyy-mm-dd` or `yyyymmdd`; a {@link MisuseError} when there is no such day. */
export function civilDate(written: string): CivilDate {
  const digits = written.replaceAll("-", "");
  if (!isCivilDate(digits)) throw new MisuseError("date", `${written} is no day of the calendar; write yyyy-mm-dd`);
  return digits;
}

/** True when the text is eight digits that name an existing day. */
export function isCivilDate(digits: string): digits is CivilDate {
  if (!/^\d{8}$/.test(digits)) return false;
  const [month, day] = [Number(digits.slice(4, 6)), Number(digits.slice(6))];
  return day >= 1 && day <= (month === 2 && isLeapYear(Number(digits.slice(0, 4))) ? 29 : (MONTH_DAYS[month] ?? 0));
}

/** Days of the months, January at 1. Plain numbers: every message is full of days, and a Date for each was a tenth of it. */
const MONTH_DAYS: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day in Japan at an instant. */
export function dateAt(atMs: number): CivilDate {
  return formatDay(new Date(atMs + JST_OFFSET_MS)) as CivilDate;
}

/** The second in Japan at an instant. */
export function stampAt(atMs: number): CivilStamp {
  const at = new Date(atMs + JST_OFFSET_MS);
  return `${formatDay(at)}${pad(at.getUTCHours(), 2)}${pad(at.getUTCMinutes(), 2)}${pad(at.getUTCSeconds(), 2)}` as CivilStamp;
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
  const at = new Date(0);
  at.setUTCFullYear(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)));
  return at.getTime() - JST_OFFSET_MS;
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
  const first = `${pad(Math.floor(month / 12), 4)}${pad((month % 12) + 1, 2)}`;
  const last = endOfMonth(`${first}01` as CivilDate);
  const wanted = `${first}${date.slice(6)}` as CivilDate;
  return wanted < last ? wanted : last;
}

/** The last day of the month of a day. */
export function endOfMonth(date: CivilDate): CivilDate {
  const next = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)), 0));
  return formatDay(next) as CivilDate;
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

function formatDay(at: Date): string {
  ensure(Number.isFinite(at.getTime()), "an instant lies outside the calendar");
  return `${pad(at.getUTCFullYear(), 4)}${pad(at.getUTCMonth() + 1, 2)}${pad(at.getUTCDate(), 2)}`;
}
