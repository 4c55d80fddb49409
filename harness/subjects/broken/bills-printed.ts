import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Bills the printed data whenever they differ, without asking for a reason. */
export const billsPrinted = declareSubject({
  id: "broken/bills-printed",
  title: { ja: "理由なく券面の情報で請求する", en: "bills printed data without a reason" },
  decisions: { ...referenceDecisions, needsReasonForPrinted: false },
  fails: { C18: ["eligibility/basis-by-reason", "claims/basis-by-rule"] },
});
