import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** When no answer comes, the stored insurance is taken as confirmed. */
export const timeoutAsValid = declareSubject({
  id: "broken/timeout-as-valid",
  title: { ja: "応答なしを有効とみなす", en: "treats a timeout as valid" },
  decisions: { ...referenceDecisions, onSilence: () => "confirmed" },
  fails: {
    C53: ["line/silence-is-not-valid", "line/rechecked-after-recovery", "eligibility/confirmed-by-answer"],
    C54: ["line/silence-is-not-valid", "eligibility/confirmed-by-answer"],
  },
});
