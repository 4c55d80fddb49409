import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes the consents of a visit for good: a second card check with another choice changes nothing. */
export const keepsFirstConsent = declareSubject({
  id: "broken/keeps-first-consent",
  title: { ja: "同意の撤回を反映しない", en: "keeps a consent that was withdrawn by a new card check" },
  decisions: { ...referenceDecisions, consentsInForce: (ofVisit) => ofVisit },
  fails: { C26: ["consent/only-consented-requested"] },
});
