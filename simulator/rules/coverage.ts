import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import type { Eligibility } from "../population/person.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** The part of an eligibility that decides whether it counts on a day. */
export type CoverageRow = Pick<Eligibility, "acquired" | "lost" | "validUntil">;

/** A row and the day it is looked at. */
export interface CoverageCase {
  readonly row: CoverageRow;
  readonly on: CivilDate;
}

const period = (acquired: string, lost?: string, validUntil?: string): CoverageRow => ({
  acquired: civilDate(acquired),
  ...(lost === undefined ? {} : { lost: civilDate(lost) }),
  ...(validUntil === undefined ? {} : { validUntil: civilDate(validUntil) }),
});
const D = civilDate("2026-02-10");
const row = rowsOf<CoverageCase, boolean>();

/** Which rows count on a day (eligibility-rules.md §3.1). */
export const coverage = decisionTable({
  id: "coverage",
  title: { ja: "確認日に有効な資格", en: "which eligibility counts on a day" },
  source: "eligibility-rules.md §3.1",
  requires: ["R3-12", "R1-21"],
  rows: [
    row({
      id: "3.1/not-begun",
      condition: { ja: "資格取得日より前", en: "before the day of acquisition" },
      outcome: { ja: "有効ではない", en: "not valid" },
      confidence: "A",
      matches: ({ row: { acquired }, on }) => on < acquired,
      result: () => false,
      vectors: [{ title: "the day before acquisition", given: { row: period("2026-02-11"), on: D }, gives: false }],
    }),
    row({
      id: "3.1/lost",
      condition: {
        ja: "資格喪失日以後（喪失日は含まない）",
        en: "on the loss day or after: it is the day after leaving",
      },
      outcome: { ja: "有効ではない", en: "not valid" },
      confidence: "H",
      matches: ({ row: { lost }, on }) => lost !== undefined && lost <= on,
      result: () => false,
      vectors: [
        {
          title: "V2: the loss day is not covered",
          given: { row: period("2020-04-01", "2026-02-10"), on: D },
          gives: false,
        },
        {
          title: "a card with days to go does not help",
          given: { row: period("2020-04-01", "2026-02-10", "2026-07-31"), on: D },
          gives: false,
        },
      ],
    }),
    row({
      id: "3.1/certificate-ended",
      condition: {
        ja: "証の有効終了日より後（終了日は含む）、喪失なし",
        en: "after the last day of the certificate, which counts; no loss",
      },
      // A yearly card ends every 31 July and the next one is on its way: only a loss ends an eligibility.
      outcome: { ja: "有効（終わったのは証で、資格ではない）", en: "valid: the card has ended, not the eligibility" },
      confidence: "A",
      matches: ({ row: { validUntil }, on }) => validUntil !== undefined && validUntil < on,
      result: () => true,
      vectors: [
        {
          title: "the day after the last day",
          given: { row: period("2020-04-01", undefined, "2026-02-09"), on: D },
          gives: true,
        },
        {
          title: "asked ahead over 1 August, while the card of the year before is still registered",
          given: { row: period("2020-04-01", undefined, "2026-07-31"), on: civilDate("2026-08-03") },
          gives: true,
        },
      ],
    }),
    row({
      id: "3.1/covered",
      condition: { ja: "取得日以後で喪失日より前", en: "from acquisition until the day before the loss" },
      outcome: { ja: "有効", en: "valid" },
      confidence: "H",
      matches: () => true,
      result: () => true,
      vectors: [
        { title: "V1: acquired, never lost", given: { row: period("2020-04-01"), on: D }, gives: true },
        {
          title: "V3: the day before the loss",
          given: { row: period("2020-04-01", "2026-02-10"), on: civilDate("2026-02-09") },
          gives: true,
        },
        { title: "the day of acquisition", given: { row: period("2026-02-10"), on: D }, gives: true },
        {
          title: "the last day of a certificate",
          given: { row: period("2020-04-01", undefined, "2026-02-10"), on: D },
          gives: true,
        },
      ],
    }),
  ],
});

/** Whether an eligibility counts on a day. */
export function coversOn(eligibility: CoverageRow, on: CivilDate): boolean {
  return coverage.decide({ row: eligibility, on }).result;
}
