import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Clears the stored insurance when an answer finds nobody. */
export const overwritesChart = declareSubject({
  id: "broken/overwrites-chart",
  title: { ja: "該当なしで登録情報を消す", en: "drops stored data when nobody is found" },
  decisions: { ...referenceDecisions, keepsChartWhenNobodyFound: false },
  fails: { C12: ["eligibility/stored-data-kept"] },
});
