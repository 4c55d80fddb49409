import { describe, expect, it } from "vitest";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { isBusinessDay, isHoliday, nextBusinessDay, weekdayOf } from "../../../simulator/population/business-day.ts";

describe("business days", () => {
  it.each([
    ["2026-02-10", 2],
    ["2024-02-29", 4],
    ["2025-02-13", 4],
    ["1969-12-31", 3],
    ["1970-01-01", 4],
  ])("%s is weekday %i", (day, weekday) => {
    expect(weekdayOf(civilDate(day))).toBe(weekday);
  });

  it.each([
    ["2026-02-11", true],
    ["2026-05-06", true],
    ["2026-02-12", false],
  ])("%s is a holiday: %s", (day, holiday) => {
    expect(isHoliday(civilDate(day))).toBe(holiday);
  });

  it.each([
    ["2026-02-10", true],
    ["2026-02-11", false],
    ["2026-02-14", false],
  ])("%s is a business day: %s", (day, business) => {
    expect(isBusinessDay(civilDate(day))).toBe(business);
  });

  it.each([
    ["2026-02-10", "20260212"],
    ["2026-02-13", "20260216"],
    ["2026-05-02", "20260507"],
  ])("the next after %s is %s", (day, next) => {
    expect(nextBusinessDay(civilDate(day))).toBe(next);
  });
});
