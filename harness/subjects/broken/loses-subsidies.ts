import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Throws certificates of PMH away. */
export const losesSubsidies = declareSubject({
  id: "broken/loses-subsidies",
  title: { ja: "医療費助成の結果を取り込まない", en: "does not import medical subsidies" },
  decisions: { ...referenceDecisions, importsSubsidies: false },
  fails: {
    C46: ["subsidy/certificates-as-received", "subsidy/expenses-in-order"],
    C48: ["subsidy/expenses-in-order", "subsidy/certificates-as-received"],
    C49: ["subsidy/refund-not-reduced", "subsidy/certificates-as-received"],
    C52: ["subsidy/period-kept"],
  },
});
