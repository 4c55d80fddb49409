import { counterCap } from "../../../simulator/rules/patient-share.ts";
import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Asks the full share of the ratio, whatever limit data came. */
export const chargesFullShare = declareSubject({
  id: "broken/charges-full-share",
  title: { ja: "限度額情報があっても上限を適用しない", en: "applies no monthly cap" },
  decisions: {
    ...referenceDecisions,
    counterCap: (data, month) => ({ ...counterCap(data, month), cap: undefined }),
  },
  fails: {
    C19: ["charge/share-as-owed"],
    C20: ["charge/share-as-owed"],
    C21: ["charge/share-as-owed"],
  },
});
