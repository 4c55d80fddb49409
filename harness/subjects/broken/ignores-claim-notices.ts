import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Files the notices of the review body away unread. */
export const ignoresClaimNotices = declareSubject({
  id: "broken/ignores-claim-notices",
  title: { ja: "資格確認結果連絡書を取り込まない", en: "does not work the notices of the review in" },
  decisions: { ...referenceDecisions, takesNotices: false },
  fails: {
    C64: ["claims/notices-worked-in", "claims/record-as-told"],
    C65: ["claims/notices-worked-in"],
    C66: ["claims/notices-worked-in"],
    C67: ["claims/notices-worked-in", "claims/not-found-followed-up"],
  },
});
