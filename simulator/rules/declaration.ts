import { decisionTable, rowsOf } from "./decision-table.ts";

/** Items of the 被保険者資格申立書, all of them required (requirements.md D-17). */
export const declarationItems = ["name", "birthdate", "sex", "address", "contact", "insurer"] as const;
/** One item of the declaration; `insurer` stands for the matters concerning the insurer. */
export type DeclarationItem = (typeof declarationItems)[number];

/** What the patient handed in or said. */
export interface DeclarationCase {
  /** Items that are filled in. */
  readonly filled: readonly DeclarationItem[];
  /** A known patient said that nothing changed. */
  readonly unchanged: boolean;
  /** The facility's records hold the patient's earlier data. */
  readonly known: boolean;
}

const row = rowsOf<DeclarationCase, "oral" | "written" | "incomplete">();

/** Whether a declaration counts (eligibility-rules.md §8, end). */
export const declaration = decisionTable({
  id: "declaration",
  title: { ja: "被保険者資格申立書", en: "the patient's declaration" },
  source: "eligibility-rules.md §8; requirements.md R3-20, R3-22, D-17",
  requires: ["SYS-19", "R3-20", "R3-22", "D-17"],
  rows: [
    row({
      id: "8/declaration-oral",
      condition: { ja: "来院歴があり、口頭で変更なしを確認", en: "a known patient says that nothing changed" },
      outcome: { ja: "申立書の提出とみなす", en: "counts as a declaration" },
      confidence: "H",
      matches: ({ unchanged, known }) => unchanged && known,
      result: () => "oral",
      vectors: [{ title: "no paper", given: { filled: [], unchanged: true, known: true }, gives: "oral" }],
    }),
    row({
      id: "8/declaration-written",
      condition: { ja: "全項目が記入されている", en: "every item is filled in" },
      outcome: { ja: "受理", en: "accepted" },
      confidence: "H",
      matches: ({ filled }) => declarationItems.every((item) => filled.includes(item)),
      result: () => "written",
      vectors: [
        {
          title: "a new patient",
          given: { filled: declarationItems, unchanged: false, known: false },
          gives: "written",
        },
      ],
    }),
    row({
      id: "8/declaration-incomplete",
      condition: { ja: "記入もれ、または初診での口頭のみ", en: "an item is missing, or the word of somebody unknown" },
      outcome: { ja: "補記を求める", en: "to be completed" },
      confidence: "H",
      matches: () => true,
      result: () => "incomplete",
      vectors: [
        ...declarationItems.map((missing) => ({
          title: `without ${missing}`,
          given: { filled: declarationItems.filter((item) => item !== missing), unchanged: false, known: false },
          gives: "incomplete" as const,
        })),
        { title: "only a word", given: { filled: [], unchanged: true, known: false }, gives: "incomplete" },
      ],
    }),
  ],
});
