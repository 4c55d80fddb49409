import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes a consent to visits at home as good for ever, even when the patient has withdrawn it. */
export const keepsEndedConsent = declareSubject({
  id: "broken/keeps-ended-consent",
  title: { ja: "撤回された在宅同意を有効とみなす", en: "keeps a consent that was withdrawn" },
  decisions: { ...referenceDecisions, keepsEndedConsent: true },
  fails: { C75: ["consent/afar-by-consent"], C76: ["consent/afar-by-consent"] },
});
