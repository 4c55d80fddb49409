import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Makes a claim of everything at the end of the month, declared or not. */
export const claimsUndeclared = declareSubject({
  id: "broken/claims-undeclared",
  title: { ja: "申立がなくても請求する", en: "claims without a declaration" },
  decisions: {
    ...referenceDecisions,
    billsOn: ({ current, past }) => (current ? "current" : past ? "past" : "unknown"),
  },
  fails: { C62: ["claims/basis-by-rule", "claims/unknown-filled"] },
});
