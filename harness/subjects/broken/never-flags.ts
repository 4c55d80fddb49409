import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Leaves a visit unconfirmed and flags it for nobody: it is never asked again. */
export const neverFlags = declareSubject({
  id: "broken/never-flags",
  title: { ja: "未確認の来院に再照会の印を付けない", en: "flags no visit for another check" },
  decisions: { ...referenceDecisions, asksAgain: () => false },
  fails: {
    C06: ["eligibility/nobody-found-falls-back"],
    C10: ["eligibility/lost-not-kept"],
    C13: ["eligibility/nobody-found-falls-back"],
    C14: ["eligibility/open-visits-reverified"],
    C53: ["line/silence-is-not-valid", "line/rechecked-after-recovery"],
    C54: ["line/silence-is-not-valid"],
    C62: ["eligibility/nobody-found-falls-back"],
    C72: ["eligibility/nobody-found-falls-back", "eligibility/open-visits-reverified"],
    C73: ["eligibility/lost-not-kept"],
    C78: ["line/silence-is-not-valid"],
  },
});
