import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Sorts the public expenses of a visit, and joins those of a month one visit after the other. */
export const joinsExpensesAsFound = declareSubject({
  id: "broken/joins-expenses-as-found",
  title: { ja: "月の公費を来院順につなぐ", en: "joins the public expenses of a month by visit" },
  decisions: { ...referenceDecisions, sortsJoinedExpenses: false },
  fails: { C48: ["claims/expenses-in-order"] },
});
