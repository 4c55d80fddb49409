import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Drops the remark that comes with a successful answer. */
export const hidesNotices = declareSubject({
  id: "broken/hides-notices",
  title: { ja: "注意メッセージを表示しない", en: "never shows remarks" },
  decisions: { ...referenceDecisions, showsNotices: false },
  fails: {
    C38: ["exchange/notices-shown"],
    C39: ["exchange/notices-shown"],
    C59: ["exchange/notices-shown"],
    C61: ["exchange/notices-shown"],
  },
});
