import { decisionTable, rowsOf } from "./decision-table.ts";

/** How the answer was asked for, and whether the patient agreed on the reader's own screen. */
export interface DiseaseConsentCase {
  readonly path: "card" | "number";
  readonly agreed: boolean;
}

const row = rowsOf<DiseaseConsentCase, boolean>();

/** Whether the list of 特定疾病療養受療証 goes out: all of them or none (eligibility-rules.md §4.5, §5). */
export const diseaseConsent = decisionTable({
  id: "disease-consent",
  title: { ja: "特定疾病療養受療証情報の提供", en: "whether specific diseases are given" },
  source: "eligibility-rules.md §4.5, §5",
  requires: ["SYS-32"],
  rows: [
    row({
      id: "4.5/by-number",
      condition: { ja: "番号による照会", en: "asked by number" },
      outcome: { ja: "提供しない（口頭同意もない）", en: "never given, there is no oral consent to it" },
      confidence: "H",
      matches: ({ path }) => path === "number",
      result: () => false,
      vectors: [
        { title: "C23: by number", given: { path: "number", agreed: false }, gives: false },
        { title: "whatever the patient says at the counter", given: { path: "number", agreed: true }, gives: false },
      ],
    }),
    row({
      id: "4.5/card-refused",
      condition: { ja: "カード、同意なし", en: "by card, without consent" },
      outcome: { ja: "提供しない（HIVが知られるおそれ）", en: "not given: it can reveal HIV" },
      confidence: "H",
      matches: ({ agreed }) => !agreed,
      result: () => false,
      vectors: [{ title: "C23: no", given: { path: "card", agreed: false }, gives: false }],
    }),
    row({
      id: "4.5/card-agreed",
      condition: { ja: "カード、同意あり", en: "by card, with its own consent" },
      outcome: { ja: "登録されたすべてを提供する", en: "every one registered is given" },
      confidence: "H",
      matches: () => true,
      result: () => true,
      vectors: [{ title: "C23: yes", given: { path: "card", agreed: true }, gives: true }],
    }),
  ],
});
