import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Puts public expenses on the claim in the order they were found. */
export const listsExpensesAsFound = declareSubject({
  id: "broken/lists-expenses-as-found",
  title: { ja: "公費を届いた順に並べる", en: "lists public expenses as they came" },
  decisions: { ...referenceDecisions, orderPayers: (payers) => payers },
  fails: {
    C48: ["subsidy/expenses-in-order", "claims/expenses-in-order"],
  },
});
