import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Deletes result files it cannot read. */
export const deletesUnreadable = declareSubject({
  id: "broken/deletes-unreadable",
  title: { ja: "読めない結果を削除する", en: "deletes results it cannot read" },
  decisions: { ...referenceDecisions, keepsUnreadable: false },
  fails: { C57: ["exchange/unreadable-kept"] },
});
