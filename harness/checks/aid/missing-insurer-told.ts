import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, tellsOf, visitsOf } from "../reading.ts";
import { aidIn } from "./aid-reading.ts";

/** 整合性フラグ 1: the office knows of an insurance that no insurer has registered. */
export const missingInsurerTold = check({
  id: "aid/missing-insurer-told",
  title: { ja: "社会保険の不整合の表示", en: "a missing insurer is told" },
  expected: {
    ja: "整合性フラグ1を利用者に示し、福祉事務所への確認を促す",
    en: "shows consistency flag 1, so that somebody asks the office",
  },
  clause: "receipt-system-interface.md §2.5 row 20; requirements.md C38",
  requires: ["R0-04", "R0-14", "R0-32"],
  next: { ja: "ConsistencyFlag が1のとき警告を表示してください", en: "warn when ConsistencyFlag is 1" },
  judge(trace) {
    const flagged = visitsOf(trace).flatMap((visit) =>
      answersFor(trace, visit)
        .filter((answer) =>
          aidIn(answer)?.PublicExpenseResultList?.MedicalTicketInfo.some((ticket) => ticket.ConsistencyFlag === "1"),
        )
        .map((answer) => ({ visit, answer })),
    );
    if (flagged.length === 0) return inconc({ ja: "フラグのある結果がなかった", en: "no result was flagged" });
    const alerts = actsOf(trace, "alerted").filter(({ message }) => message.alert === "social-insurance-missing");
    const evidence: number[] = [];
    for (const { visit, answer } of flagged) {
      const told = alerts.find(tellsOf(trace, answer));
      if (told === undefined)
        return fail([answer.seq], {
          ja: `来院${visit}: 不整合を表示しなかった`,
          en: `visit ${visit}: the inconsistency was not told`,
        });
      evidence.push(answer.seq, told.seq);
    }
    return pass(evidence, { ja: "不整合を表示した", en: "the inconsistency was told" });
  },
  passes: ["C38"],
  bites: ["C38@broken/hides-missing-insurer"],
});
