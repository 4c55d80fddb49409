import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes the recipient number of aid for a number of the person. */
export const knowsByRecipient = declareSubject({
  id: "broken/knows-by-recipient",
  title: { ja: "受給者番号で本人を決める", en: "tells people by the recipient number of aid" },
  decisions: { ...referenceDecisions, knowsByRecipient: true },
  fails: {
    C42: ["aid/pulled-later"],
    C43: ["aid/pull-isolated", "aid/pulled-later"],
    C44: ["aid/pulled-later"],
  },
});
