import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Lets a patient pass as confirmed whose answer was not valid and who showed nothing else. */
export const confirmsOnNothing = declareSubject({
  id: "broken/confirms-on-nothing",
  title: { ja: "有効な回答も提示もない来院を確認済みにする", en: "confirms without a valid answer or a paper" },
  decisions: {
    ...referenceDecisions,
    onNoValidAnswer: (shown) => (shown === "none" ? "confirmed" : referenceDecisions.onNoValidAnswer(shown)),
  },
  fails: {
    C10: ["eligibility/lost-not-kept", "eligibility/confirmed-by-answer"],
    C11: ["eligibility/confirmed-by-answer"],
    C14: ["eligibility/open-visits-reverified", "eligibility/confirmed-by-answer"],
    C39: ["eligibility/confirmed-by-answer"],
    C54: ["line/silence-is-not-valid", "eligibility/confirmed-by-answer"],
    C73: ["eligibility/confirmed-by-answer", "eligibility/lost-not-kept"],
    C75: ["consent/afar-by-consent"],
    C76: ["consent/afar-by-consent"],
  },
});
