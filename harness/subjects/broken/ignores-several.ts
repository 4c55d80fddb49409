import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Says nothing when several people match, as if the answer were not there. */
export const ignoresSeveral = declareSubject({
  id: "broken/ignores-several",
  title: { ja: "複数該当を示さない", en: "tells nothing when several match" },
  decisions: {
    ...referenceDecisions,
    judgeValidity: (validity) =>
      validity === "5" ? { billable: false, alert: undefined } : referenceDecisions.judgeValidity(validity),
  },
  fails: { C09: ["eligibility/several-asks"] },
});
