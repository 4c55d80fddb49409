import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Flags a visit for another check and never makes it. */
export const forgetsRecheck = declareSubject({
  id: "broken/forgets-recheck",
  title: { ja: "復旧後に再照会しない", en: "never asks again after an outage" },
  decisions: { ...referenceDecisions, rechecks: false },
  fails: {
    C14: ["eligibility/open-visits-reverified"],
    C53: ["line/rechecked-after-recovery"],
    C72: ["eligibility/open-visits-reverified"],
  },
});
