import { decisionTable, rowsOf } from "./decision-table.ts";

/** Limit data of a person as text that differs when anything in them does; `none` when there are none. */
export interface LimitHintCase {
  /** What this facility was last told; undefined when nothing was. */
  readonly told: string | undefined;
  readonly now: string;
}

const row = rowsOf<LimitHintCase, "0" | "1">();

/** The hint 限度額情報変更有無 in a bulk answer, OQSCD014 (eligibility-rules.md §3.5, receipt-system-interface.md §2.7). */
export const limitChanged = decisionTable({
  id: "limit-changed",
  title: { ja: "限度額情報変更有無", en: "whether limit data changed" },
  source: "eligibility-rules.md §3.5; receipt-system-interface.md §3 table 014",
  requires: ["R0-19"],
  rows: [
    row({
      id: "3.5/limit-unknown",
      condition: { ja: "前回の提供がない（判定不能）", en: "nothing was told before: it cannot be decided" },
      outcome: { ja: "1", en: "1" },
      confidence: "M",
      matches: ({ told }) => told === undefined,
      result: () => "1",
      vectors: [{ title: "a patient never checked here", given: { told: undefined, now: "none" }, gives: "1" }],
    }),
    row({
      id: "3.5/limit-changed",
      condition: { ja: "前回の提供と異なる", en: "other than what was told" },
      outcome: { ja: "1", en: "1" },
      confidence: "M",
      matches: ({ told, now }) => told !== now,
      result: () => "1",
      vectors: [
        { title: "another class", given: { told: "A03", now: "A04" }, gives: "1" },
        { title: "none any more", given: { told: "A03", now: "none" }, gives: "1" },
      ],
    }),
    row({
      id: "3.5/limit-same",
      condition: { ja: "前回の提供と同じ", en: "as told" },
      outcome: { ja: "0", en: "0" },
      confidence: "M",
      matches: () => true,
      result: () => "0",
      vectors: [{ title: "the same class", given: { told: "A03", now: "A03" }, gives: "0" }],
    }),
  ],
});
