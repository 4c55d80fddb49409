import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Keeps the clerk's reason for the printed data and bills the online ones all the same. */
export const billsOnlineNumber = declareSubject({
  id: "broken/bills-online-number",
  title: { ja: "券面での請求としながらオンラインの番号で請求する", en: "says printed and bills the online number" },
  decisions: { ...referenceDecisions, numbersToBill: (_source, online) => online },
  fails: { C18: ["eligibility/basis-by-reason", "claims/basis-by-rule"] },
});
