import { addDays, addMonths, type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** One item of the summary for emergencies 救急用サマリー. */
export interface EmergencySummaryCase {
  readonly kind: "visit" | "drug" | "care" | "dialysis" | "prescription" | "surgery" | "checkup";
  readonly on: CivilDate;
  readonly today: CivilDate;
}

/** How much of an item the summary shows. */
export type EmergencyPart = "whole" | "date-only" | "none";

const THREE_MONTHS = 3;
const PRESCRIPTION_DAYS = 45;
const SURGERY_MONTHS = 60;
const D = civilDate("2026-02-10");
const case_ = (kind: EmergencySummaryCase["kind"], on: CivilDate): EmergencySummaryCase => ({ kind, on, today: D });
const row = rowsOf<EmergencySummaryCase, EmergencyPart>();

/** What the summary for emergencies shows (eligibility-rules.md §6.1, last row). */
export const emergencySummary = decisionTable({
  id: "emergency-summary",
  title: { ja: "救急用サマリーに載るもの", en: "what the summary for emergencies shows" },
  source: "eligibility-rules.md §6.1",
  requires: ["R1-34"],
  rows: [
    row({
      id: "6.1/summary-checkup",
      condition: { ja: "特定健診", en: "a check-up" },
      outcome: { ja: "受診日のみ", en: "its date only" },
      confidence: "H",
      matches: ({ kind }) => kind === "checkup",
      result: () => "date-only",
      vectors: [{ title: "last year's", given: case_("checkup", civilDate("2025-06-10")), gives: "date-only" }],
    }),
    row({
      id: "6.1/summary-prescription",
      condition: { ja: "処方・調剤：45日以内", en: "a prescription of the last 45 days" },
      outcome: { ja: "載せる", en: "shown" },
      confidence: "H",
      matches: ({ kind, on, today }) => kind === "prescription" && on >= addDays(today, -PRESCRIPTION_DAYS),
      result: () => "whole",
      vectors: [{ title: "45 days ago", given: case_("prescription", addDays(D, -45)), gives: "whole" }],
    }),
    row({
      id: "6.1/summary-surgery",
      condition: { ja: "手術：5年以内", en: "surgery of the last five years" },
      outcome: { ja: "載せる", en: "shown" },
      confidence: "H",
      matches: ({ kind, on, today }) => kind === "surgery" && on >= addMonths(today, -SURGERY_MONTHS),
      result: () => "whole",
      vectors: [{ title: "five years ago to the day", given: case_("surgery", addMonths(D, -60)), gives: "whole" }],
    }),
    row({
      id: "6.1/summary-three-months",
      condition: {
        ja: "受診歴・薬剤・診療・透析：3か月以内",
        en: "visits, drugs, care, dialysis of the last three months",
      },
      outcome: { ja: "載せる", en: "shown" },
      confidence: "H",
      matches: ({ kind, on, today }) =>
        kind !== "prescription" && kind !== "surgery" && on >= addMonths(today, -THREE_MONTHS),
      result: () => "whole",
      vectors: [
        { title: "a visit three months ago to the day", given: case_("visit", addMonths(D, -3)), gives: "whole" },
        { title: "drugs", given: case_("drug", addDays(D, -60)), gives: "whole" },
        { title: "care", given: case_("care", addDays(D, -60)), gives: "whole" },
        { title: "dialysis", given: case_("dialysis", addDays(D, -60)), gives: "whole" },
      ],
    }),
    row({
      id: "6.1/summary-older",
      condition: { ja: "それより前", en: "older" },
      outcome: { ja: "載せない", en: "not shown" },
      confidence: "H",
      matches: () => true,
      result: () => "none",
      vectors: [
        { title: "46 days ago", given: case_("prescription", addDays(D, -46)), gives: "none" },
        { title: "three months and a day", given: case_("drug", addDays(addMonths(D, -3), -1)), gives: "none" },
        { title: "five years and a day", given: case_("surgery", addDays(addMonths(D, -60), -1)), gives: "none" },
      ],
    }),
  ],
});
