import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Sees that a consent to visits has ended, and confirms the visit by the eligibility that came with it. */
export const settlesOnEndedConsent = declareSubject({
  id: "broken/settles-on-ended-consent",
  title: {
    ja: "終わった同意と届いた資格で確認済みにする",
    en: "confirms by the eligibility that came with an ended consent",
  },
  decisions: { ...referenceDecisions, settlesOnEndedConsent: true },
  fails: { C75: ["consent/afar-by-consent"], C76: ["consent/afar-by-consent"] },
});
