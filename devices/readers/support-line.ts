import { type CivilDate, civilDate, DAY_MS, dateAt, midnightMs, stampAt } from "../../simulator/kernel/civil-time.ts";

/** `HH:MM` in Japan; `24:00` ends a day. */
export type TimeOfDay = `${number}:${number}`;
/** `MM-DD`. */
export type DayOfYear = `${number}-${number}`;

/** Open from the first minute up to, not including, the second. */
export interface Hours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** Days of every year, both ends included; it may run over New Year. */
export interface DaySpan {
  readonly first: DayOfYear;
  readonly last: DayOfYear;
}

/** Kinds of day that have hours of their own. A national holiday is one on whatever day of the week it falls. */
export type DayKind = "weekday" | "saturday" | "sunday" | "holiday";

/** A telephone line for staff in trouble: for display; nothing here ever calls it. */
export interface SupportLine {
  readonly phone: string;
  /** Undefined: closed all day. */
  readonly hours: Readonly<Record<DayKind, Hours | undefined>>;
  /** Closed on these days whatever they are; undefined where the line names no such days. */
  readonly newYear: DaySpan | undefined;
  readonly summer: DaySpan | undefined;
}

/** Hours of a line that serves on working days only. */
export function onWorkingDays(from: TimeOfDay, to: TimeOfDay): SupportLine["hours"] {
  return { weekday: { from, to }, saturday: undefined, sunday: undefined, holiday: undefined };
}

/** Days a line is taken to be closed that says "new year" and no dates: our choice, those one maker names (readers-and-line.md §1). */
export const assumedNewYear: DaySpan = { first: "12-29", last: "01-03" };
/** The same for "summer": our choice, the days most offices close. */
export const assumedSummer: DaySpan = { first: "08-13", last: "08-15" };

/** オンライン資格確認等コールセンター, whoever made the reader (readers-and-line.md, vocabulary [C]). */
export const callCentre: SupportLine = {
  phone: "0800-080-4583",
  hours: {
    weekday: { from: "08:00", to: "18:00" },
    saturday: { from: "08:00", to: "16:00" },
    sunday: undefined,
    holiday: undefined,
  },
  newYear: undefined,
  summer: undefined,
};

/** True when somebody answers at that instant; days and hours are Japan's, holidays those of `isHoliday`. */
export function isOpen(line: SupportLine, atMs: number, isHoliday: (date: CivilDate) => boolean): boolean {
  const stamp = stampAt(atMs);
  const day = `${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`;
  if ([line.newYear, line.summer].some((span) => span !== undefined && lies(day, span))) return false;
  const hours = line.hours[dayKind(dateAt(atMs), isHoliday)];
  const time = `${stamp.slice(8, 10)}:${stamp.slice(10, 12)}`;
  return hours !== undefined && hours.from <= time && time < hours.to;
}

function lies(day: string, { first, last }: DaySpan): boolean {
  return first <= last ? first <= day && day <= last : first <= day || day <= last;
}

const A_SUNDAY = midnightMs(civilDate("2023-01-01"));

function dayKind(date: CivilDate, isHoliday: (date: CivilDate) => boolean): DayKind {
  if (isHoliday(date)) return "holiday";
  const daysSinceSunday = (midnightMs(date) - A_SUNDAY) / DAY_MS;
  const weekday = ((daysSinceSunday % 7) + 7) % 7;
  return weekday === 0 ? "sunday" : weekday === 6 ? "saturday" : "weekday";
}
