import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes a valid answer to the number of an old card for an online check, on any day. */
export const confirmsByOldCard = declareSubject({
  id: "broken/confirms-by-old-card",
  title: { ja: "旧保険証の番号照会でオンライン確認済みにする", en: "confirms online by the number of an old card" },
  decisions: {
    ...referenceDecisions,
    limitsAnswer: (shown) => shown !== "old-card" && referenceDecisions.limitsAnswer(shown),
  },
  fails: { C70: ["eligibility/old-card-by-date"] },
});
