import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Flags lost insurances of a bulk answer, but neither errors nor people who were not found. */
export const flagsNoBatchRows = declareSubject({
  id: "broken/flags-no-batch-rows",
  title: { ja: "一括照会のエラー行・該当なしを見落とす", en: "misses errors and people not found in a bulk answer" },
  decisions: {
    ...referenceDecisions,
    flagsBatchRow: ({ validity }) => validity === "2" || validity === "3",
  },
  fails: {
    C30: ["eligibility/batch-rows-flagged"],
    C32: ["eligibility/batch-rows-flagged"],
  },
});
