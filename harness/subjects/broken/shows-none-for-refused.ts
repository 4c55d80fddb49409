import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Shows 'no data' for a kind the patient did not consent to. */
export const showsNoneForRefused = declareSubject({
  id: "broken/shows-none-for-refused",
  title: { ja: "同意なしを「データなし」と表示する", en: "shows no consent as no data" },
  decisions: { ...referenceDecisions, withoutConsent: "none" },
  fails: { C24: ["consent/refused-is-not-none"] },
});
