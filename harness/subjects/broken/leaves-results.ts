import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Never takes an imported result out of the shared folder. */
export const leavesResults = declareSubject({
  id: "broken/leaves-results",
  title: { ja: "結果ファイルを消さない", en: "leaves results in the folder" },
  decisions: { ...referenceDecisions, takesResultsAway: false },
  fails: {
    C01: ["exchange/results-taken-away"],
    C02: ["exchange/results-taken-away"],
    C03: ["exchange/results-taken-away"],
    C07: ["exchange/results-taken-away"],
    C79: ["exchange/results-taken-away"],
  },
});
