import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Never learned that old insurance cards came to an end. */
export const acceptsOldCard = declareSubject({
  id: "broken/accepts-old-card",
  title: { ja: "旧保険証を日付に関係なく受け付ける", en: "accepts old cards on any day" },
  decisions: { ...referenceDecisions, oldCardRule: () => "normal" },
  fails: { C70: ["eligibility/old-card-by-date"] },
});
