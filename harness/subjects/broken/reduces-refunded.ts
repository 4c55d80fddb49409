import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Ignores the flag 常に償還払い. */
export const reducesRefunded = declareSubject({
  id: "broken/reduces-refunded",
  title: { ja: "常に償還払いでも窓口負担を減らす", en: "reduces the charge though it is always refunded" },
  decisions: { ...referenceDecisions, reducesRefunded: true },
  fails: {
    C49: ["subsidy/refund-not-reduced"],
  },
});
