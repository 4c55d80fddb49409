import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, ageOn, type CivilDate, civilDate } from "../../../simulator/kernel/civil-time.ts";
import {
  birthdayOf,
  calendarOf,
  civilOf,
  dayFrom,
  dayOf,
  firstOfMonthFrom,
} from "../../../simulator/population/day-number.ts";

const EPOCH = civilDate("1970-01-01");
/** 1880 to 2100: no life reaches further. */
const days = fc.integer({ min: dayFrom(1880, 1, 1), max: dayFrom(2100, 12, 31) });

test("a number and a written day lead to each other, day for day as the kernel counts them", () => {
  fc.assert(
    fc.property(days, (number) => {
      const date = civilOf(number);
      expect(date).toBe(addDays(EPOCH, number));
      expect(dayOf(date)).toBe(number);
      const { year, month, day } = calendarOf(number);
      expect(dayFrom(year, month, day)).toBe(number);
    }),
  );
});

test("a birthday is the first day on which the kernel counts the age", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 120 }), (birth, age) => {
      const birthday = birthdayOf(birth, age);
      expect(ageOn(civilOf(birth), civilOf(birthday))).toBe(age);
      if (age > 0) expect(ageOn(civilOf(birth), civilOf(birthday - 1))).toBe(age - 1);
    }),
  );
});

test.each([
  ["2024-02-29", 1, "20250301"],
  ["2024-02-29", 4, "20280229"],
  ["2024-12-31", 0, "20241231"],
])("born on %s, %i years later it is %s", (birth, age, birthday) => {
  expect(civilOf(birthdayOf(dayOf(civilDate(birth)), age))).toBe(birthday);
});

test("the first of a month that is not before a day is the day itself or the next first", () => {
  fc.assert(
    fc.property(days, (number) => {
      const date = civilOf(number);
      const next = `${addMonths(date, 1).slice(0, 6)}01` as CivilDate;
      expect(civilOf(firstOfMonthFrom(number))).toBe(date.endsWith("01") ? date : next);
    }),
  );
});

test("month 13 is the next January", () => {
  expect(civilOf(dayFrom(2025, 13, 1))).toBe("20260101");
});
