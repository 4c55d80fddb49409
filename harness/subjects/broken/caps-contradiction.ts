import { counterCap } from "../../../simulator/rules/patient-share.ts";
import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Looks at the limit class alone: it never notices that the ratio contradicts it. */
export const capsContradiction = declareSubject({
  id: "broken/caps-contradiction",
  title: { ja: "負担割合と適用区分の不一致に気付かない", en: "applies a cap that the ratio contradicts" },
  decisions: {
    ...referenceDecisions,
    counterCap({ contributionRatio: _, elderlyRatio: __, ...data }, month) {
      return counterCap({ ...data, insurerNumber: "" }, month);
    },
  },
  fails: {
    C20: ["charge/contradiction-stops-cap", "charge/share-as-owed"],
    C21: ["charge/contradiction-stops-cap", "charge/share-as-owed"],
  },
});
