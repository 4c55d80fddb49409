import { type CivilDate, civilDate } from "../../kernel/civil-time.ts";
import type { Eligibility } from "../../population/person.ts";

/** The part of an eligibility that decides whether it counts on a day. */
export type CoverageRow = Pick<Eligibility, "acquired" | "lost" | "validUntil">;

/**
 * Which rows count on a day: acquired on or before it and not lost; the loss day itself is not covered, for it is the
 * day after leaving (eligibility-rules.md §3.1). A certificate's last day counts (assumption A there).
 */
export function coversOn(row: CoverageRow, date: CivilDate): boolean {
  return (
    row.acquired <= date &&
    (row.lost === undefined || date < row.lost) &&
    (row.validUntil === undefined || date <= row.validUntil)
  );
}

const row = (acquired: string, lost?: string, validUntil?: string): CoverageRow => ({
  acquired: civilDate(acquired),
  ...(lost === undefined ? {} : { lost: civilDate(lost) }),
  ...(validUntil === undefined ? {} : { validUntil: civilDate(validUntil) }),
});

/** The boundaries of §3.1 and the vectors V1–V3 of §3.6. */
export const coverageVectors = [
  { title: "V1: acquired, never lost", row: row("2020-04-01"), on: civilDate("2026-02-10"), covers: true },
  {
    title: "V2: the loss day is not covered",
    row: row("2020-04-01", "2026-02-10"),
    on: civilDate("2026-02-10"),
    covers: false,
  },
  {
    title: "V3: the day before the loss is",
    row: row("2020-04-01", "2026-02-10"),
    on: civilDate("2026-02-09"),
    covers: true,
  },
  { title: "the day of acquisition is covered", row: row("2026-02-10"), on: civilDate("2026-02-10"), covers: true },
  { title: "the day before it is not", row: row("2026-02-11"), on: civilDate("2026-02-10"), covers: false },
  {
    title: "the last day of a certificate is covered",
    row: row("2020-04-01", undefined, "2026-02-10"),
    on: civilDate("2026-02-10"),
    covers: true,
  },
  {
    title: "the day after it is not",
    row: row("2020-04-01", undefined, "2026-02-09"),
    on: civilDate("2026-02-10"),
    covers: false,
  },
] as const;
