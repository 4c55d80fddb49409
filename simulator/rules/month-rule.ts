import { decisionTable, rowsOf } from "./decision-table.ts";

/** A visit at which only the facility's own consultation card 診察券 is shown. */
export interface MonthCase {
  /** Policy `storedNumberTolerance` of the day. */
  readonly tolerance: boolean;
  /** A card check or a certificate earlier in the same calendar month. */
  readonly provedThisMonth: boolean;
  /** The inquiry with the stored number was answered "valid". */
  readonly inquiryValid: boolean;
}

const PROPER: MonthCase = { tolerance: true, provedThisMonth: true, inquiryValid: true };
const row = rowsOf<MonthCase, "accepted" | "refused">();

/** When an inquiry with the stored number may stand for showing a proof again (eligibility-rules.md §14 month rule, §8 P7). */
export const monthRule = decisionTable({
  id: "month-rule",
  title: { ja: "診察券のみの受診（月1回の確認）", en: "consultation card only: once a month a proof" },
  source: "eligibility-rules.md §14 month rule",
  requires: ["R2-03", "R2-04", "R2-05", "R2-06", "N-08"],
  rows: [
    row({
      id: "14/tolerance-ended",
      condition: { ja: "経過措置の期間外", en: "outside the transition" },
      outcome: { ja: "確認できない", en: "no proof" },
      confidence: "A",
      matches: ({ tolerance }) => !tolerance,
      result: () => "refused",
      vectors: [{ title: "from 2024-12-02", given: { ...PROPER, tolerance: false }, gives: "refused" }],
    }),
    row({
      id: "14/first-of-month",
      condition: { ja: "その月にまだ確認していない", en: "no proof yet in this month" },
      outcome: { ja: "確認できない", en: "no proof" },
      confidence: "H",
      matches: ({ provedThisMonth }) => !provedThisMonth,
      result: () => "refused",
      vectors: [{ title: "the inquiry was valid", given: { ...PROPER, provedThisMonth: false }, gives: "refused" }],
    }),
    row({
      id: "14/not-valid",
      condition: { ja: "登録済み番号の照会が有効でない", en: "the inquiry was not answered valid" },
      outcome: { ja: "提示を求める", en: "a proof must be shown" },
      confidence: "H",
      matches: ({ inquiryValid }) => !inquiryValid,
      result: () => "refused",
      vectors: [{ title: "proved earlier", given: { ...PROPER, inquiryValid: false }, gives: "refused" }],
    }),
    row({
      id: "14/later-in-month",
      condition: { ja: "その月に確認済みで、照会が有効", en: "proved earlier in the month, and valid" },
      outcome: { ja: "確認できる", en: "accepted" },
      confidence: "H",
      matches: () => true,
      result: () => "accepted",
      vectors: [{ title: "the second visit", given: PROPER, gives: "accepted" }],
    }),
  ],
});
