import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Flags the right rows, and knows of them no more than "valid" or "lost". */
export const blursBatchRows = declareSubject({
  id: "broken/blurs-batch-rows",
  title: { ja: "一括照会の有効以外をすべて無効とする", en: "stores every row that is not valid as lost" },
  decisions: {
    ...referenceDecisions,
    batchValidity: (validity) => (validity === undefined || validity === "1" ? validity : "2"),
  },
  fails: { C30: ["eligibility/batch-rows-flagged"], C32: ["eligibility/batch-rows-flagged"] },
});
