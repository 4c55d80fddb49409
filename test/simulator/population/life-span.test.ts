import { expect, test } from "vitest";
import { dayFrom } from "../../../simulator/population/day-number.ts";
import { drawsOf } from "../../../simulator/population/draws.ts";
import { drawDeath, SERVICE_START } from "../../../simulator/population/life-span.ts";

const deaths = (birth: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => drawDeath(birth, drawsOf(1, index)));
const share = (days: readonly number[], holds: (day: number) => boolean): number =>
  days.filter(holds).length / days.length;

test("nobody dies before the service began or before birth", () => {
  for (const birth of [dayFrom(1921, 5, 5), dayFrom(1950, 1, 1), SERVICE_START - 1, SERVICE_START, dayFrom(2030, 1, 1)])
    for (const death of deaths(birth, 2_000)) expect(death).toBeGreaterThanOrEqual(Math.max(birth, SERVICE_START));
});

test("people die about as old as in Japan", () => {
  const newborn = deaths(dayFrom(2025, 1, 1), 20_000);
  const by = (age: number) => share(newborn, (day) => day < dayFrom(2025 + age, 1, 1));
  expect(by(1)).toBeLessThan(0.004);
  expect(by(65)).toBeGreaterThan(0.07);
  expect(by(65)).toBeLessThan(0.12);
  expect(by(90)).toBeGreaterThan(0.6);
  expect(by(90)).toBeLessThan(0.72);
  expect(by(112)).toBe(1);
});

test("of those who were 85 when the service began, about one in ten dies in a year", () => {
  const aged = deaths(dayFrom(1936, 3, 4), 20_000);
  const first = share(aged, (day) => day < SERVICE_START + 365);
  expect(first).toBeGreaterThan(0.05);
  expect(first).toBeLessThan(0.12);
});
