import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Imports the data of an answer and never looks at the state of eligibility. */
export const keepsInvalid = declareSubject({
  id: "broken/keeps-invalid",
  title: { ja: "無効な保険を有効のまま残す", en: "keeps an invalid insurance as valid" },
  decisions: { ...referenceDecisions, judgeValidity: () => ({ billable: true, alert: undefined }) },
  fails: {
    C06: ["eligibility/confirmed-by-answer", "eligibility/nobody-found-falls-back"],
    C09: ["eligibility/several-asks"],
    C10: ["eligibility/lost-not-kept", "eligibility/confirmed-by-answer"],
    C11: ["eligibility/newer-insurance-told", "eligibility/lost-not-kept", "eligibility/confirmed-by-answer"],
    C12: ["eligibility/nobody-found-falls-back"],
    C13: ["eligibility/nobody-found-falls-back", "eligibility/confirmed-by-answer"],
    C14: ["eligibility/open-visits-reverified", "eligibility/confirmed-by-answer"],
    C39: ["eligibility/confirmed-by-answer"],
    C62: ["eligibility/nobody-found-falls-back"],
    C63: ["eligibility/lost-not-kept", "claims/basis-by-rule"],
    C69: ["eligibility/consultation-card-by-month"],
    C72: [
      "eligibility/nobody-found-falls-back",
      "eligibility/open-visits-reverified",
      "eligibility/confirmed-by-answer",
    ],
    C73: ["eligibility/confirmed-by-answer", "eligibility/lost-not-kept"],
  },
});
