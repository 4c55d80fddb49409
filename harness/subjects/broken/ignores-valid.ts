import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Never takes anything as confirmed, whatever the answer says. */
export const ignoresValid = declareSubject({
  id: "broken/ignores-valid",
  title: { ja: "有効な回答でも確認済みにしない", en: "confirms nothing, not even a valid insurance" },
  decisions: { ...referenceDecisions, judgeValidity: () => ({ billable: false, alert: undefined }) },
  fails: {
    C01: ["eligibility/confirmed-by-answer"],
    C02: ["eligibility/confirmed-by-answer"],
    C03: ["eligibility/confirmed-by-answer"],
    C05: ["eligibility/confirmed-by-answer"],
    C06: ["eligibility/nobody-found-falls-back"],
    C07: ["eligibility/confirmed-by-answer"],
    C10: ["eligibility/lost-not-kept"],
    C11: ["eligibility/newer-insurance-told", "eligibility/lost-not-kept"],
    C12: ["eligibility/nobody-found-falls-back", "eligibility/confirmed-by-answer"],
    C13: ["eligibility/nobody-found-falls-back"],
    C25: ["eligibility/confirmed-by-answer"],
    C53: ["line/rechecked-after-recovery", "eligibility/confirmed-by-answer"],
    C54: ["eligibility/confirmed-by-answer"],
    C59: ["eligibility/confirmed-by-answer"],
    C60: ["eligibility/confirmed-by-answer"],
    C61: ["eligibility/confirmed-by-answer"],
    C70: ["eligibility/old-card-by-date"],
  },
});
