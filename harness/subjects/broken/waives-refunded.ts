import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Lists the certificate as refunded later, and asks nothing at the counter all the same. */
export const waivesRefunded = declareSubject({
  id: "broken/waives-refunded",
  title: { ja: "償還払いと表示しながら窓口で徴収しない", en: "asks nothing though the refund comes later" },
  decisions: { ...referenceDecisions, askedBeforeRefund: () => 0 },
  fails: { C49: ["charge/share-as-owed"] },
});
