import { decisionTable, rowsOf } from "./decision-table.ts";
import type { FallbackSituation } from "./fallback-proof.ts";

/** Printed and online data side by side. */
export interface PrecedenceCase {
  /** `differs`: 1-①, a valid answer that differs from the print. */
  readonly situation: "differs" | FallbackSituation;
  /** The facility decided to correct with the print, and says why. */
  readonly overridden: boolean;
}

const row = rowsOf<PrecedenceCase, "online" | "printed">();

/** Which of the two is billed (eligibility-rules.md §8, online vs paper). */
export const dataPrecedence = decisionTable({
  id: "data-precedence",
  title: { ja: "画面と券面の優先", en: "online data against printed data" },
  source: "eligibility-rules.md §8; requirements.md R3-01, R3-03, R3-19",
  requires: ["R3-01", "R3-03", "R3-19"],
  rows: [
    row({
      id: "8/precedence-override",
      condition: { ja: "1-①で医療機関の判断による補正", en: "1-①, corrected by the facility's own judgement" },
      outcome: { ja: "券面（理由を記録）", en: "the print, with the reason kept" },
      confidence: "H",
      matches: ({ situation, overridden }) => situation === "differs" && overridden,
      result: () => "printed",
      vectors: [{ title: "with a reason", given: { situation: "differs", overridden: true }, gives: "printed" }],
    }),
    row({
      id: "8/precedence-special",
      condition: { ja: "1-②の特例", en: "1-②: the rule is specially suspended" },
      outcome: { ja: "券面を使える", en: "the print may be used" },
      confidence: "M",
      matches: ({ situation }) => situation === "state",
      result: () => "printed",
      vectors: [{ title: "not valid", given: { situation: "state", overridden: false }, gives: "printed" }],
    }),
    row({
      id: "8/precedence-no-answer",
      condition: { ja: "2-①、2-④", en: "2-① and 2-④: there is no answer" },
      outcome: { ja: "券面を使える", en: "the print may be used" },
      confidence: "M",
      matches: ({ situation }) => situation === "registration-failed" || situation === "outage",
      result: () => "printed",
      vectors: [
        {
          title: "registration failed",
          given: { situation: "registration-failed", overridden: false },
          gives: "printed",
        },
        { title: "outage", given: { situation: "outage", overridden: false }, gives: "printed" },
      ],
    }),
    row({
      id: "8/precedence-online",
      condition: { ja: "原則", en: "otherwise" },
      outcome: { ja: "画面の情報", en: "online data" },
      confidence: "H",
      matches: () => true,
      result: () => "online",
      vectors: [{ title: "1-①", given: { situation: "differs", overridden: false }, gives: "online" }],
    }),
  ],
});
