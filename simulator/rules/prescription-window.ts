import { addDays, type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** An electronic prescription, its dispensing or 院内処方. */
export interface PrescriptionWindowCase {
  readonly on: CivilDate;
  readonly today: CivilDate;
  /** Policy of the day. */
  readonly windowDays: number;
  readonly dataFrom: CivilDate;
}

const D = civilDate("2026-02-10");
const FIRST = civilDate("2023-01-26");
const on = (days: number): PrescriptionWindowCase => ({
  on: addDays(D, -days),
  today: D,
  windowDays: 100,
  dataFrom: FIRST,
});
const row = rowsOf<PrescriptionWindowCase, boolean>();

/** 処方・調剤・院内処方 of the electronic prescription service: 100 days, there at once (eligibility-rules.md §6.1). */
export const prescriptionWindow = decisionTable({
  id: "prescription-window",
  title: { ja: "処方・調剤情報の閲覧期間", en: "window of electronic prescriptions" },
  source: "eligibility-rules.md §6.1",
  requires: ["SYS-33"],
  rows: [
    row({
      id: "6.1/prescription-before-data",
      condition: { ja: "電子処方箋の開始より前", en: "before there were electronic prescriptions" },
      outcome: { ja: "提供しない", en: "not given" },
      confidence: "A",
      matches: (given) => given.on < given.dataFrom,
      result: () => false,
      vectors: [{ title: "the day before", given: { ...on(0), on: addDays(FIRST, -1), today: FIRST }, gives: false }],
    }),
    row({
      id: "6.1/prescription-too-old",
      condition: { ja: "100日より前", en: "more than 100 days ago" },
      outcome: { ja: "提供しない", en: "not given" },
      confidence: "H",
      matches: (given) => given.on < addDays(given.today, -given.windowDays),
      result: () => false,
      vectors: [{ title: "101 days ago", given: on(101), gives: false }],
    }),
    row({
      id: "6.1/prescription-seen",
      condition: { ja: "100日以内", en: "within 100 days" },
      outcome: { ja: "提供する（当日から）", en: "given, from the same day on" },
      confidence: "H",
      matches: () => true,
      result: () => true,
      vectors: [
        { title: "today", given: on(0), gives: true },
        { title: "100 days ago", given: on(100), gives: true },
      ],
    }),
  ],
});
