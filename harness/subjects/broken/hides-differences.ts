import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Stores what came over what was there without a word. */
export const hidesDifferences = declareSubject({
  id: "broken/hides-differences",
  title: { ja: "登録情報との相違を示さない", en: "overwrites stored data without a word" },
  decisions: { ...referenceDecisions, differences: () => [] },
  fails: { C17: ["identity/stored-differences-shown"] },
});
