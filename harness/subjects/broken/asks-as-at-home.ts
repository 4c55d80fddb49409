import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Asks for what was not consented to as if it were a visit at home. */
export const asksAsAtHome = declareSubject({
  id: "broken/asks-as-at-home",
  title: { ja: "同意のない情報を訪問診療として要求する", en: "asks as for a visit at home where there is no consent" },
  decisions: { ...referenceDecisions, asksUnconsented: () => "2" },
  fails: {
    C24: ["consent/only-consented-requested"],
    C26: ["consent/only-consented-requested"],
    C29: ["consent/only-consented-requested"],
    C31: ["consent/only-consented-requested"],
    C59: ["consent/no-medical-in-grace"],
  },
});
