import { decisionTable, rowsOf } from "./decision-table.ts";

/** A claim whose insurer and numbers are not known. */
export interface UnknownCase {
  readonly disaster: boolean;
  /** The claim software can enter an insurer number whose check digit is wrong. */
  readonly entersWrongCheckDigit: boolean;
}

/** What stands in their place; there is no symbol. */
export interface UnknownNumbers {
  readonly insurerNumber: string;
  readonly number: string;
}

const row = rowsOf<UnknownCase, UnknownNumbers>();
/** Nine digits is the reference's weak reading (L). */
const SEVENS = "777777777";

/** What stands on a claim with unknown eligibility 不詳請求; disaster claims are another thing (eligibility-rules.md §9.1). */
export const unknownNumbers = decisionTable({
  id: "unknown-numbers",
  title: { ja: "不詳請求の番号", en: "numbers of an unknown claim" },
  source: "eligibility-rules.md §9.1 [P42, P43, P45]",
  requires: ["R3-24"],
  rows: [
    row({
      id: "9.1/disaster-nines",
      condition: { ja: "災害による不詳", en: "after a disaster" },
      outcome: { ja: "9で埋める（記号なし）", en: "filled with nines, no symbol" },
      confidence: "H",
      matches: ({ disaster }) => disaster,
      result: () => ({ insurerNumber: "99999999", number: "999999999" }),
      vectors: [
        {
          title: "never with sevens",
          given: { disaster: true, entersWrongCheckDigit: false },
          gives: { insurerNumber: "99999999", number: "999999999" },
        },
      ],
    }),
    row({
      id: "9.1/sevens",
      condition: { ja: "77777777を入力できる", en: "77777777 can be entered" },
      outcome: { ja: "7で埋める（記号なしはA、番号9桁はL）", en: "filled with sevens; no symbol (A), nine digits (L)" },
      confidence: "H",
      matches: ({ entersWrongCheckDigit }) => entersWrongCheckDigit,
      result: () => ({ insurerNumber: "77777777", number: SEVENS }),
      vectors: [
        {
          title: "the usual case",
          given: { disaster: false, entersWrongCheckDigit: true },
          gives: { insurerNumber: "77777777", number: SEVENS },
        },
      ],
    }),
    row({
      id: "9.1/sevens-with-check-digit",
      condition: { ja: "検証番号の誤りを入力できない", en: "the software insists on the check digit" },
      outcome: { ja: "77777779を用いる", en: "77777779 takes its place" },
      confidence: "H",
      matches: () => true,
      result: () => ({ insurerNumber: "77777779", number: SEVENS }),
      vectors: [
        {
          title: "…79 passes the check, …77 does not",
          given: { disaster: false, entersWrongCheckDigit: false },
          gives: { insurerNumber: "77777779", number: SEVENS },
        },
      ],
    }),
  ],
});
