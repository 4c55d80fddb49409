import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes any digits of the right length. */
export const sendsWrongDigits = declareSubject({
  id: "broken/sends-wrong-digits",
  title: { ja: "検証番号を確認しない", en: "does not look at check digits" },
  decisions: { ...referenceDecisions, acceptsNumber: () => true },
  fails: { C74: ["exchange/wrong-digits-stopped"] },
});
