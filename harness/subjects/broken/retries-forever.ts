import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Repeats an inquiry far beyond what the line should bear. */
export const retriesForever = declareSubject({
  id: "broken/retries-forever",
  title: { ja: "応答があるまで照会し続ける", en: "asks again and again" },
  decisions: { ...referenceDecisions, retries: 40 },
  fails: { C53: ["line/requests-bounded"], C54: ["line/requests-bounded"] },
});
