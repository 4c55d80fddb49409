import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  civilDate,
  dateAt,
  endOfMonth,
  endOfTerm,
  eraOf,
  inJapaneseCalendar,
  instantOfStamp,
  isCivilDate,
  lastSecondMs,
  midnightMs,
  stampAt,
} from "../../../simulator/kernel/civil-time.ts";

describe("civil time in Japan", () => {
  it("changes the day at midnight in Japan, whatever the machine's time zone", () => {
    expect(dateAt(Date.UTC(2026, 1, 9, 14, 59, 59, 999))).toBe("20260209");
    expect(dateAt(Date.UTC(2026, 1, 9, 15))).toBe("20260210");
    expect(stampAt(Date.UTC(2026, 1, 9, 15, 0, 1))).toBe("20260210000001");
    expect(midnightMs(civilDate("2026-02-10"))).toBe(Date.UTC(2026, 1, 9, 15));
    expect(stampAt(lastSecondMs(civilDate("2026-02-10")))).toBe("20260210235959");
  });

  it.each([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["20260210", true],
    ["2026-2-1", false],
    ["", false],
    ["00990101", true],
  ])("knows whether %s is a day: %s", (written, good) => {
    expect(isCivilDate(written.replaceAll("-", ""))).toBe(good);
    if (good) expect(civilDate(written)).toBe(written.replaceAll("-", ""));
    else expect(() => civilDate(written)).toThrow(/no day/);
  });

  it.each([
    ["2026-01-31", 1, "20260228"],
    ["2024-01-31", 1, "20240229"],
    ["2026-03-31", -1, "20260228"],
    ["2025-12-15", 1, "20260115"],
    ["2026-01-15", -1, "20251215"],
    ["2024-02-29", 12, "20250228"],
  ])("%s and %i months are %s", (date, months, expected) => {
    expect(addMonths(civilDate(date), months)).toBe(expected);
  });

  it.each([
    ["2025-12-02", 60, "20301201"],
    ["2026-03-01", 12, "20270228"],
    ["2024-02-28", 60, "20290227"],
    ["2024-02-29", 60, "20290228"],
    ["2024-02-29", 48, "20280228"],
    ["2026-01-31", 1, "20260228"],
  ])("a term that begins on %s and lasts %i months ends on %s", (from, months, expected) => {
    expect(endOfTerm(civilDate(from), months)).toBe(expected);
  });

  it("ends months where they end", () => {
    expect(endOfMonth(civilDate("2024-02-01"))).toBe("20240229");
    expect(endOfMonth(civilDate("2026-12-31"))).toBe("20261231");
  });

  it("counts age by birthdays; born on 29 February is older on 1 March of a short year", () => {
    expect(ageOn(civilDate("1990-05-06"), civilDate("2026-05-05"))).toBe(35);
    expect(ageOn(civilDate("1990-05-06"), civilDate("2026-05-06"))).toBe(36);
    expect(ageOn(civilDate("2020-02-29"), civilDate("2026-02-28"))).toBe(5);
    expect(ageOn(civilDate("2020-02-29"), civilDate("2026-03-01"))).toBe(6);
  });

  it.each([
    ["2019-04-30", "平成31年4月30日"],
    ["2019-05-01", "令和元年5月1日"],
    ["1989-01-07", "昭和64年1月7日"],
    ["1989-01-08", "平成元年1月8日"],
    ["1926-12-24", "大正15年12月24日"],
    ["1912-07-29", "明治45年7月29日"],
    ["2026-02-10", "令和8年2月10日"],
  ])("writes %s as %s", (date, words) => {
    expect(inJapaneseCalendar(civilDate(date))).toBe(words);
  });

  it("knows no era before Meiji", () => {
    expect(() => eraOf(civilDate("1868-10-22"))).toThrow(/Meiji/);
  });

  it("goes to an instant and back, and over days, without loss", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (seconds, days) => {
          const stamp = stampAt(seconds * 1_000);
          const date = dateAt(seconds * 1_000);
          return instantOfStamp(stamp) === seconds * 1_000 && addDays(addDays(date, days), -days) === date;
        },
      ),
    );
    expect(() => instantOfStamp("20260210246000")).toThrow(/no second/);
  });
});
