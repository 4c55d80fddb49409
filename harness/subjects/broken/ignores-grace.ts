import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Asks for medical data though the answer says that no consent could be taken. */
export const ignoresGrace = declareSubject({
  id: "broken/ignores-grace",
  title: { ja: "猶予期間中も医療情報を要求する", en: "asks for medical data in the grace period" },
  decisions: { ...referenceDecisions, asksUnconsented: () => "1" },
  fails: {
    C24: ["consent/only-consented-requested"],
    C26: ["consent/only-consented-requested"],
    C29: ["consent/only-consented-requested"],
    C31: ["consent/only-consented-requested"],
    C59: ["consent/no-medical-in-grace"],
  },
});
