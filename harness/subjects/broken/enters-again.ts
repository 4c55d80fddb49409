import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Enters the patient once more with every repeated request: two visits and two charts after one retry. */
export const entersAgain = declareSubject({
  id: "broken/enters-again",
  title: { ja: "再試行のたびに来院を登録する", en: "enters the patient again with every retry" },
  decisions: { ...referenceDecisions, entersAgain: true },
  fails: { C54: ["line/settled-once", "identity/one-chart-each"] },
});
