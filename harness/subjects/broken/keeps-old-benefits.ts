import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Goes on with the limit class it knows when an answer brings none. */
export const keepsOldBenefits = declareSubject({
  id: "broken/keeps-old-benefits",
  title: { ja: "以前の限度額情報を使い続ける", en: "goes on with old limit data" },
  decisions: { ...referenceDecisions, benefitsShown: (received, before) => ({ ...before, ...received }) },
  fails: { C22: ["consent/benefits-as-answered"] },
});
