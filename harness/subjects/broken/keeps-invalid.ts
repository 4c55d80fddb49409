import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Imports the data of an answer and never looks at the state of eligibility. */
export const keepsInvalid = declareSubject({
  id: "broken/keeps-invalid",
  title: { ja: "無効な保険を有効のまま残す", en: "keeps an invalid insurance as valid" },
  decisions: { ...referenceDecisions, judgeValidity: () => ({ billable: true, alert: undefined }) },
  fails: {
    C06: ["eligibility/confirmed-by-answer", "eligibility/nobody-found-falls-back"],
    C10: ["eligibility/lost-not-kept", "eligibility/confirmed-by-answer"],
    C11: ["eligibility/newer-insurance-told", "eligibility/lost-not-kept", "eligibility/confirmed-by-answer"],
    C12: ["eligibility/nobody-found-falls-back"],
    C13: ["eligibility/nobody-found-falls-back", "eligibility/confirmed-by-answer"],
  },
});
