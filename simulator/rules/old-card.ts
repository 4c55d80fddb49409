import type { Policy } from "../population/policy.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A paper that lost its worth over the years, shown alone: the old insurance card P6, or the notice of eligibility P5. */
export interface OldPaperCase {
  readonly paper: "old-card" | "notice";
  /** Policy `oldInsuranceCard` of the day. */
  readonly rule: Policy["oldInsuranceCard"];
  /** An inquiry by its number was answered "valid". */
  readonly inquiryValid: boolean;
}

const row = rowsOf<OldPaperCase, "confirmed" | "provisional" | "refused">();

/** What an old insurance card, or a notice alone, is worth by date (eligibility-rules.md §8 P5, P6). */
export const oldCard = decisionTable({
  id: "old-card",
  title: { ja: "旧保険証・お知らせのみの扱い", en: "the old insurance card, and the notice alone" },
  source: "eligibility-rules.md §8 P6, §14 [P40, P41]",
  requires: ["SYS-15", "R2-07", "N-09"],
  rows: [
    row({
      id: "8/P6-normal",
      condition: { ja: "旧保険証、2025-12-01まで", en: "old card until 2025-12-01" },
      outcome: { ja: "確認できる", en: "accepted" },
      confidence: "H",
      matches: ({ paper, rule }) => paper === "old-card" && rule === "normal",
      result: () => "confirmed",
      vectors: [
        {
          title: "without an inquiry",
          given: { paper: "old-card", rule: "normal", inquiryValid: false },
          gives: "confirmed",
        },
      ],
    }),
    row({
      id: "8/P6-with-inquiry",
      condition: {
        ja: "旧保険証またはお知らせのみ、2025-12-02から2026-03-31まで、番号照会が有効",
        en: "old card or notice alone from 2025-12-02 to 2026-03-31 with a valid inquiry",
      },
      outcome: { ja: "暫定的に確認できる", en: "provisional" },
      confidence: "H",
      matches: ({ rule, inquiryValid }) => rule === "with-inquiry" && inquiryValid,
      result: () => "provisional",
      vectors: [
        {
          title: "old card",
          given: { paper: "old-card", rule: "with-inquiry", inquiryValid: true },
          gives: "provisional",
        },
        { title: "notice", given: { paper: "notice", rule: "with-inquiry", inquiryValid: true }, gives: "provisional" },
      ],
    }),
    row({
      id: "8/P6-refused",
      condition: { ja: "その他", en: "otherwise" },
      outcome: { ja: "確認できない", en: "no proof" },
      confidence: "H",
      matches: () => true,
      result: () => "refused",
      vectors: [
        {
          title: "no inquiry",
          given: { paper: "old-card", rule: "with-inquiry", inquiryValid: false },
          gives: "refused",
        },
        {
          title: "from 2026-04-01",
          given: { paper: "old-card", rule: "refused", inquiryValid: true },
          gives: "refused",
        },
        {
          title: "notice before the tolerance",
          given: { paper: "notice", rule: "normal", inquiryValid: true },
          gives: "refused",
        },
      ],
    }),
  ],
});
