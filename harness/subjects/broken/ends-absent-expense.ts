import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes silence of PMH for a loss. */
export const endsAbsentExpense = declareSubject({
  id: "broken/ends-absent-expense",
  title: { ja: "助成の情報がないと公費を終了する", en: "ends public expenses when nothing comes" },
  decisions: { ...referenceDecisions, endsAbsentCertificates: true },
  fails: {
    C47: ["subsidy/absence-ends-nothing"],
    C50: ["subsidy/paper-accepted"],
    C51: ["subsidy/absence-ends-nothing"],
  },
});
