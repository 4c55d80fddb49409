import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes every look-up for a confirmation, even one that was refused. */
export const countsRefusedLookup = declareSubject({
  id: "broken/counts-refused-lookup",
  title: { ja: "拒否された照会でも確認済みにする", en: "confirms a visit by a look-up that was refused" },
  decisions: { ...referenceDecisions, confirmsByLookup: () => true },
  fails: { C77: ["line/lookup-attached"] },
});
