import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Shows one and the same message for whatever is not valid: a lost insurance is told as one that nobody knows. */
export const callsLostUnknown = declareSubject({
  id: "broken/calls-lost-unknown",
  title: { ja: "資格喪失を該当資格なしと表示する", en: "tells a lost insurance as not found" },
  decisions: {
    ...referenceDecisions,
    judgeValidity: (validity) =>
      validity === "2" ? { billable: false, alert: "not-found" } : referenceDecisions.judgeValidity(validity),
  },
  fails: {
    C10: ["eligibility/lost-not-kept"],
    C63: ["eligibility/lost-not-kept"],
    C73: ["eligibility/lost-not-kept"],
  },
});
