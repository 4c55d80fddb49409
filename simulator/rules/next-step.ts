import { type QualificationValidity, VALIDITY } from "../messages/code-lists.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** What the counter does with a state: whether it may bill with the answer, and what comes next. */
export interface NextStep {
  readonly bill: "online-data" | "not-this-insurance" | "nothing-known" | "undetermined" | "aid-without-ticket";
  readonly next:
    | "compare-name"
    | "proofs"
    | "ask-new-insurance"
    | "check-typing"
    | "ask-branch-or-card"
    | "ask-welfare-office";
}

const row = rowsOf<QualificationValidity, NextStep>();

/** One row: the state alone decides. */
function stateRow<const Id extends string>(
  id: Id,
  validity: QualificationValidity,
  title: string,
  outcome: { readonly ja: string; readonly en: string },
  gives: NextStep,
) {
  return row({
    id,
    condition: { ja: `資格有効性${validity}`, en: `validity ${validity}` },
    outcome,
    confidence: "H",
    matches: (given) => given === validity,
    result: () => gives,
    vectors: [{ title, given: validity, gives }],
  });
}

/** What the facility does with each state (eligibility-rules.md §3.7). The counter acts on it, not the centre. */
export const nextStep = decisionTable({
  id: "next-step",
  title: { ja: "資格有効性ごとの窓口の対応", en: "what the counter does with each state" },
  source: "eligibility-rules.md §3.7",
  requires: ["R3-11", "R3-12", "R3-14", "R3-15", "R3-18"],
  rows: [
    stateRow(
      "3.7/1",
      VALIDITY.valid,
      "valid",
      { ja: "オンラインの情報で請求（氏名を照合）", en: "bill the online data, compare the name" },
      { bill: "online-data", next: "compare-name" },
    ),
    stateRow(
      "3.7/2",
      VALIDITY.invalid,
      "lost",
      {
        ja: "この保険では請求しない。確認書類、なければ申立書",
        en: "not with this insurance; proofs, else declaration",
      },
      { bill: "not-this-insurance", next: "proofs" },
    ),
    stateRow(
      "3.7/3",
      VALIDITY.invalidNewer,
      "a newer one exists",
      {
        ja: "この保険では請求しない。新しい番号で再照会",
        en: "not with this insurance; ask for the new number, re-inquire",
      },
      { bill: "not-this-insurance", next: "ask-new-insurance" },
    ),
    stateRow(
      "3.7/4",
      VALIDITY.none,
      "nobody found",
      { ja: "入力を確認。確認書類、なければ申立書", en: "re-check typing; proofs, else declaration" },
      { bill: "nothing-known", next: "check-typing" },
    ),
    stateRow(
      "3.7/5",
      VALIDITY.several,
      "several match",
      { ja: "枝番またはカードを求める", en: "ask for branch number or card" },
      { bill: "undetermined", next: "ask-branch-or-card" },
    ),
    stateRow(
      "3.7/6",
      VALIDITY.validUnregistered,
      "aid without ticket",
      { ja: "福祉事務所に確認、または後日一括取得", en: "ask the welfare office, or pull later" },
      { bill: "aid-without-ticket", next: "ask-welfare-office" },
    ),
  ],
});
