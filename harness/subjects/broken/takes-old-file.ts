import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Never looks at the confirmation date of a result. */
export const takesOldFile = declareSubject({
  id: "broken/takes-old-file",
  title: { ja: "前日の結果を当日のものとする", en: "takes yesterday's result for today's" },
  decisions: { ...referenceDecisions, acceptsDay: () => true },
  fails: { C56: ["exchange/other-day-not-today", "eligibility/confirmed-by-answer"] },
});
