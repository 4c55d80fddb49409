import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { certificateStanding, GRACE_VECTORS, graceEnd } from "../../../simulator/pki/grace.ts";

test.each(GRACE_VECTORS)("$title: $lastDay on $today is $standing", ({ lastDay, today, rule, standing }) => {
  expect(certificateStanding(lastDay, today, rule)).toBe(standing);
});

test.each([
  { lastDay: "2025-05-20", graceMonths: 3, ends: "end-of-month", end: "2025-08-31" },
  { lastDay: "2025-11-30", graceMonths: 3, ends: "end-of-month", end: "2026-02-28" },
  { lastDay: "2025-05-20", graceMonths: 3, ends: "same-day", end: "2025-08-20" },
  { lastDay: "2024-11-30", graceMonths: 0, ends: "end-of-month", end: "2024-11-30" },
  { lastDay: "2024-11-12", graceMonths: 0, ends: "end-of-month", end: "2024-11-12" },
] as const)("grace of $graceMonths months, read to $ends, after $lastDay ends on $end", ({ lastDay, end, ...rule }) => {
  expect(graceEnd(civilDate(lastDay), rule)).toBe(civilDate(end));
});

test("as days pass a certificate only ever moves from valid over near-end and grace to expired", () => {
  const order = ["valid", "near-end", "grace", "expired"];
  const rule = fc.record({
    graceMonths: fc.nat(6),
    ends: fc.constantFrom("end-of-month" as const, "same-day" as const),
  });
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: -200, max: 300 }), rule, (offset, distance, grace) => {
      const lastDay = addDays(civilDate("2000-01-01"), offset);
      const today = addDays(lastDay, distance);
      const now = order.indexOf(certificateStanding(lastDay, today, grace));
      return order.indexOf(certificateStanding(lastDay, addDays(today, 1), grace)) >= now;
    }),
  );
});
