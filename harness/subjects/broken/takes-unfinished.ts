import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes the first answer to a bulk job as the last, finished or not. */
export const takesUnfinished = declareSubject({
  id: "broken/takes-unfinished",
  title: { ja: "処理中の結果を最終結果とみなす", en: "takes an unfinished bulk result as final" },
  decisions: { ...referenceDecisions, fetchesAgain: false },
  fails: {
    C30: ["exchange/final-result-awaited"],
    C55: ["exchange/final-result-awaited"],
    C58: ["exchange/final-result-awaited"],
  },
});
