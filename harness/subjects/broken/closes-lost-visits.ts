import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes "lost" for the last word on a visit, though the new insurance may only be late. */
export const closesLostVisits = declareSubject({
  id: "broken/closes-lost-visits",
  title: { ja: "資格喪失の来院を後日確認に回さない", en: "does not flag a visit that ended with a lost insurance" },
  decisions: {
    ...referenceDecisions,
    asksAgain: (standing, validity) => validity !== "2" && referenceDecisions.asksAgain(standing, validity),
  },
  fails: {
    C10: ["eligibility/lost-not-kept"],
    C14: ["eligibility/open-visits-reverified"],
    C73: ["eligibility/lost-not-kept"],
  },
});
