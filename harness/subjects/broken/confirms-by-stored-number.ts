import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes a valid answer to the stored number for an online check, though nothing but the consultation card was shown. */
export const confirmsByStoredNumber = declareSubject({
  id: "broken/confirms-by-stored-number",
  title: { ja: "登録番号の照会だけでオンライン確認済みにする", en: "confirms online by the stored number alone" },
  decisions: {
    ...referenceDecisions,
    limitsAnswer: (shown) => shown !== "consultation-card" && referenceDecisions.limitsAnswer(shown),
  },
  fails: { C69: ["eligibility/consultation-card-by-month"] },
});
