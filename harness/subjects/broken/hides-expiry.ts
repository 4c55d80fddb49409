import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Shows an empty drug list when the centre refuses and does not say why. */
export const hidesExpiry = declareSubject({
  id: "broken/hides-expiry",
  title: { ja: "同意期限切れを表示しない", en: "never tells that consent expired" },
  decisions: { ...referenceDecisions, tellsExpiry: false },
  fails: { C25: ["consent/expiry-told"] },
});
