import { decisionTable, rowsOf } from "./decision-table.ts";

/** Stands for the eligibility the claim was made on. */
export const BILLED = "billed";

/** One day of care, and which eligibilities of the patient were valid on it. */
export interface DayCase {
  /** Policy `claimTransfer` of the claim's month. */
  readonly rule: "latest-issued" | "billed-if-valid";
  readonly billedValid: boolean;
  /** Names of the other eligibilities that were valid. */
  readonly others: readonly string[];
  /** Of all that were valid, the one whose certificate was issued last: a name, or {@link BILLED}. */
  readonly latestIssued?: string;
}

const row = rowsOf<DayCase, string | undefined>();

/** Whose a day of care is: {@link BILLED}, the name of another eligibility, or nobody's (eligibility-rules.md §9.2). */
export const dayOwner = decisionTable({
  id: "day-owner",
  title: { ja: "診療日の資格", en: "whose a day of care is" },
  source: "eligibility-rules.md §9.2",
  requires: ["R1-14", "SYS-27"],
  rows: [
    row({
      id: "9.2/day-latest",
      condition: {
        ja: "2022-01請求分まで: 有効な資格が複数あれば最後に発行された証",
        en: "claims until 2022-01: of several valid ones the certificate issued last",
      },
      outcome: { ja: "最後に発行された証の資格", en: "the one issued last" },
      confidence: "H",
      matches: ({ rule, latestIssued }) => rule === "latest-issued" && latestIssued !== undefined,
      result: ({ latestIssued }) => latestIssued,
      vectors: [
        {
          title: "valid, but another was issued later",
          given: { rule: "latest-issued", billedValid: true, others: ["B"], latestIssued: "B" },
          gives: "B",
        },
        {
          title: "the billed one was issued last",
          given: { rule: "latest-issued", billedValid: true, others: ["B"], latestIssued: BILLED },
          gives: BILLED,
        },
      ],
    }),
    row({
      id: "9.2/day-billed",
      condition: { ja: "請求された資格が診療日に有効", en: "the billed eligibility was valid on the day" },
      outcome: { ja: "請求された資格", en: "the billed one" },
      confidence: "H",
      matches: ({ billedValid }) => billedValid,
      result: () => BILLED,
      vectors: [
        {
          title: "another valid one changes nothing",
          given: { rule: "billed-if-valid", billedValid: true, others: ["B"], latestIssued: "B" },
          gives: BILLED,
        },
      ],
    }),
    row({
      id: "9.2/day-other",
      condition: { ja: "請求された資格は無効、他の有効な資格が一つ", en: "it was not valid, exactly one other was" },
      outcome: { ja: "その資格", en: "the other one" },
      confidence: "H",
      matches: ({ others }) => others.length === 1,
      result: ({ others }) => others[0],
      vectors: [
        { title: "one other", given: { rule: "billed-if-valid", billedValid: false, others: ["B"] }, gives: "B" },
      ],
    }),
    row({
      id: "9.2/day-nobody",
      condition: { ja: "有効な資格がない、または一つに決まらない", en: "none was valid, or more than one other" },
      outcome: { ja: "該当なし", en: "nobody's" },
      confidence: "A",
      matches: () => true,
      result: () => undefined,
      vectors: [
        { title: "none", given: { rule: "billed-if-valid", billedValid: false, others: [] }, gives: undefined },
        {
          title: "two others: nobody chooses",
          given: { rule: "billed-if-valid", billedValid: false, others: ["B", "C"] },
          gives: undefined,
        },
      ],
    }),
  ],
});
