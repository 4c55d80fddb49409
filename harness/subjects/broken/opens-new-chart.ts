import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Opens a new chart where several would fit, instead of asking. */
export const opensNewChart = declareSubject({
  id: "broken/opens-new-chart",
  title: { ja: "候補が複数だと新規カルテを作る", en: "opens a new chart where several fit" },
  decisions: {
    ...referenceDecisions,
    findChart: (clues, charts) => {
      const found = referenceDecisions.findChart(clues, charts);
      return found === "unclear" ? "none" : found;
    },
  },
  fails: {
    C34: ["identity/human-chooses-chart", "identity/one-chart-each"],
  },
});
