import { decisionTable, rowsOf } from "./decision-table.ts";

/** How the answer was asked for, and what the patient said about limit data. */
export interface LimitConsentCase {
  readonly path: "card" | "number";
  /** Policy of the day: the reader asks. */
  readonly screenAsked: boolean;
  /** By card: the patient's answer, undefined where the screen was not shown. By number: the flag of the request. */
  readonly answered: boolean | undefined;
}

const limitRow = rowsOf<LimitConsentCase, boolean>();

/** Whether limit-amount data 限度額 go out (eligibility-rules.md §5, row "limit data"). */
export const limitConsent = decisionTable({
  id: "limit-consent",
  title: { ja: "限度額情報の提供", en: "whether limit-amount data are given" },
  source: "eligibility-rules.md §5",
  requires: ["R1-26", "R1-25"],
  rows: [
    limitRow({
      id: "5/limit-by-number",
      condition: { ja: "番号による照会", en: "asked by number" },
      outcome: { ja: "要求の同意フラグのとおり（口頭同意）", en: "as the request's flag says: oral consent" },
      confidence: "H",
      matches: ({ path }) => path === "number",
      result: ({ answered }) => answered === true,
      vectors: [
        { title: "C22: flag 0", given: { path: "number", screenAsked: false, answered: false }, gives: false },
        { title: "C22: flag 1", given: { path: "number", screenAsked: false, answered: true }, gives: true },
        { title: "no flag", given: { path: "number", screenAsked: true, answered: undefined }, gives: false },
      ],
    }),
    limitRow({
      id: "5/limit-answered",
      condition: { ja: "カード、画面で回答した", en: "by card, the patient was asked" },
      outcome: {
        ja: "回答のとおり（2024-10-07以後に尋ねるリーダーも信じるのは本製品の選択）",
        en: "as answered; that a reader which still asks from 2024-10-07 on is believed is ours",
      },
      confidence: "H",
      matches: ({ answered }) => answered !== undefined,
      result: ({ answered }) => answered === true,
      vectors: [
        { title: "until 2024-10-06: yes", given: { path: "card", screenAsked: true, answered: true }, gives: true },
        { title: "until 2024-10-06: no", given: { path: "card", screenAsked: true, answered: false }, gives: false },
        {
          title: "an old reader that still asks is believed",
          given: { path: "card", screenAsked: false, answered: false },
          gives: false,
        },
      ],
    }),
    limitRow({
      id: "5/limit-unasked-before",
      condition: { ja: "カード、2024-10-06まで、回答なし", en: "by card until 2024-10-06, not answered" },
      outcome: { ja: "提供しない", en: "not given" },
      confidence: "H",
      matches: ({ screenAsked }) => screenAsked,
      result: () => false,
      vectors: [
        { title: "the day before", given: { path: "card", screenAsked: true, answered: undefined }, gives: false },
      ],
    }),
    limitRow({
      id: "5/limit-with-card",
      condition: { ja: "カード、2024-10-07から", en: "by card from 2024-10-07 on" },
      outcome: { ja: "同意を求めずに提供する", en: "given without a question" },
      confidence: "H",
      matches: () => true,
      result: () => true,
      vectors: [
        { title: "the day itself", given: { path: "card", screenAsked: false, answered: undefined }, gives: true },
      ],
    }),
  ],
});
