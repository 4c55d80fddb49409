import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Prints the address of an earlier answer where the latest withholds it. */
export const printsOldAddress = declareSubject({
  id: "broken/prints-old-address",
  title: { ja: "以前の住所を印刷する", en: "prints the address of an earlier answer" },
  decisions: { ...referenceDecisions, addressToPrint: (_last, ever) => ever?.["Address"] },
  fails: { C71: ["privacy/withheld-not-printed"] },
});
