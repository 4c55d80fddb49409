import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Does not show the consistency flag. */
export const hidesMissingInsurer = declareSubject({
  id: "broken/hides-missing-insurer",
  title: { ja: "社会保険の不整合を表示しない", en: "does not tell that an insurer is missing" },
  decisions: { ...referenceDecisions, tellsMissingInsurer: false },
  fails: {
    C38: ["aid/missing-insurer-told"],
  },
});
