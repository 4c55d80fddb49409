import { decisionTable, rowsOf } from "./decision-table.ts";

/** What the counter knows when it makes a claim. */
export interface BillingCase {
  /** An eligibility that is valid now was found by asking. */
  readonly current: boolean;
  /** The records hold one of the past. */
  readonly past: boolean;
  /** A declaration was made, on paper or by a known patient's word. */
  readonly declared: boolean;
  /** Policy `unknownClaims` of the claim's month. */
  readonly unknownClaims: boolean;
}

/** Which eligibility a claim is made on. */
export type BilledEligibility = "current" | "past" | "unknown" | "hold";

const NOTHING: BillingCase = { current: false, past: false, declared: true, unknownClaims: true };
const row = rowsOf<BillingCase, BilledEligibility>();

/** Which eligibility goes on the claim (eligibility-rules.md §9.1). */
export const billedEligibility = decisionTable({
  id: "billed-eligibility",
  title: { ja: "レセプトに記載する資格", en: "which eligibility goes on a claim" },
  source: "eligibility-rules.md §9.1",
  requires: ["R3-22", "R3-23", "R3-24", "SYS-19"],
  rows: [
    row({
      id: "9.1/current",
      condition: { ja: "照会で現在の資格が分かる", en: "a valid one was found by asking" },
      outcome: { ja: "現在の資格で請求", en: "bill the current one" },
      confidence: "H",
      matches: ({ current }) => current,
      result: () => "current",
      vectors: [
        { title: "found", given: { ...NOTHING, current: true }, gives: "current" },
        { title: "found, with an old one on file", given: { ...NOTHING, current: true, past: true }, gives: "current" },
      ],
    }),
    row({
      id: "9.1/needs-declaration",
      condition: { ja: "分からず、申立もない", en: "none was found and nothing was declared" },
      outcome: { ja: "請求せず、申立書を求める", en: "no claim yet, ask for a declaration" },
      confidence: "H",
      matches: ({ declared }) => !declared,
      result: () => "hold",
      vectors: [
        { title: "with an old one on file", given: { ...NOTHING, past: true, declared: false }, gives: "hold" },
      ],
    }),
    row({
      id: "9.1/past",
      condition: { ja: "申立があり、過去の資格が記録にある", en: "declared, and the records hold one of the past" },
      outcome: { ja: "過去の資格で請求", en: "bill the past one" },
      confidence: "H",
      matches: ({ past }) => past,
      result: () => "past",
      vectors: [{ title: "known patient", given: { ...NOTHING, past: true }, gives: "past" }],
    }),
    row({
      id: "9.1/unknown",
      condition: { ja: "申立があり、記録にもない（2023-09から）", en: "declared and nothing on file, since 2023-09" },
      outcome: { ja: "不詳で請求", en: "an unknown claim" },
      confidence: "H",
      matches: ({ unknownClaims }) => unknownClaims,
      result: () => "unknown",
      vectors: [{ title: "new patient", given: NOTHING, gives: "unknown" }],
    }),
    row({
      id: "9.1/before-unknown",
      condition: { ja: "同上（2023-08まで）", en: "the same until 2023-08" },
      outcome: { ja: "請求できない", en: "there is no such claim yet" },
      confidence: "H",
      matches: () => true,
      result: () => "hold",
      vectors: [{ title: "new patient", given: { ...NOTHING, unknownClaims: false }, gives: "hold" }],
    }),
  ],
});
