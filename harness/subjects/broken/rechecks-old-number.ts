import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Asks again for open visits with the number it had then, though the chart holds a newer insurance. */
export const rechecksOldNumber = declareSubject({
  id: "broken/rechecks-old-number",
  title: { ja: "古い番号で再照会する", en: "re-inquires with the old number" },
  decisions: { ...referenceDecisions, recheckWith: (_stored, asked) => asked },
  fails: { C14: ["eligibility/open-visits-reverified"] },
});
