import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Labels what comes from claims with the month it was fetched in. */
export const labelsToday = declareSubject({
  id: "broken/labels-today",
  title: { ja: "取得した月を診療年月として表示する", en: "labels claims data with today's month" },
  decisions: { ...referenceDecisions, monthShown: (_newest, today) => today },
  fails: {
    C24: ["consent/source-month-shown"],
    C27: ["consent/source-month-shown"],
    C29: ["consent/source-month-shown"],
  },
});
