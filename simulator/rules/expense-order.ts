import { decisionTable, rowsOf } from "./decision-table.ts";

/**
 * 法別番号 in the order in which they pay on one claim (eligibility-rules.md §10.2, M: compiled, for the official table was
 * not in our sources; data, so that whoever owns it replaces this line).
 */
export const PAYING_ORDER = [
  ...["13", "14", "18", "29", "30", "10", "11", "20", "21", "15", "16", "24", "22", "28"],
  ...["17", "79", "19", "23", "52", "54", "51", "38", "53", "66", "62", "25", "12"],
] as const;

/** Public expenses on one claim at most (§10.2 [G8]). */
export const MOST_EXPENSES = 4;

/** Which public expenses stand on a claim, first payer first, and which find no place. */
export interface ExpenseOrder {
  readonly claimed: readonly string[];
  readonly left: readonly string[];
}

/** National schemes as listed, local ones after all of them; within one rank the order given is kept. */
function ranked(payers: readonly string[]): readonly string[] {
  const ranks: readonly string[] = PAYING_ORDER;
  const rank = (payer: string): number => {
    const at = ranks.indexOf(payer.slice(0, 2));
    return at < 0 ? ranks.length : at;
  };
  return payers.toSorted((a, b) => rank(a) - rank(b));
}

const row = rowsOf<{ readonly payers: readonly string[] }, ExpenseOrder>();

/** The order of public expenses on one claim (eligibility-rules.md §10.2). */
export const expenseOrder = decisionTable({
  id: "expense-order",
  title: { ja: "公費の負担順位", en: "order of public expenses on a claim" },
  source: "eligibility-rules.md §10.2",
  requires: ["R4-09"],
  rows: [
    row({
      id: "10.2/more-than-four",
      condition: { ja: "公費が5つ以上", en: "more than four public expenses" },
      outcome: { ja: "順位の先の4つまで", en: "the first four by order" },
      confidence: "H",
      matches: ({ payers }) => payers.length > MOST_EXPENSES,
      result: ({ payers }) => ({
        claimed: ranked(payers).slice(0, MOST_EXPENSES),
        left: ranked(payers).slice(MOST_EXPENSES),
      }),
      vectors: [
        {
          title: "five, the local one finds no place",
          given: { payers: ["88990015", "12990016", "54996012", "21996012", "15990013"] },
          gives: { claimed: ["21996012", "15990013", "54996012", "12990016"], left: ["88990015"] },
        },
      ],
    }),
    row({
      id: "10.2/in-order",
      condition: { ja: "公費が4つまで", en: "up to four public expenses" },
      outcome: {
        ja: "国の制度を法別の順位で、地方単独はその後",
        en: "national schemes by their rank, local ones after them",
      },
      confidence: "M",
      matches: () => true,
      result: ({ payers }) => ({ claimed: ranked(payers), left: [] }),
      vectors: [
        {
          title: "C48: 21, 54, local",
          given: { payers: ["81990012", "54996012", "21996012"] },
          gives: { claimed: ["21996012", "54996012", "81990012"], left: [] },
        },
        {
          title: "21 before 12",
          given: { payers: ["12990016", "21996012"] },
          gives: { claimed: ["21996012", "12990016"], left: [] },
        },
        {
          title: "12 before local",
          given: { payers: ["88990015", "12990016"] },
          gives: { claimed: ["12990016", "88990015"], left: [] },
        },
        { title: "none", given: { payers: [] }, gives: { claimed: [], left: [] } },
        {
          title: "exactly four",
          given: { payers: ["88990015", "54996012", "15990013", "21996012"] },
          gives: { claimed: ["21996012", "15990013", "54996012", "88990015"], left: [] },
        },
      ],
    }),
  ],
});
