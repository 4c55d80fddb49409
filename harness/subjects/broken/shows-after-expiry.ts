import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Shows drug data from its cache when the centre refuses. */
export const showsAfterExpiry = declareSubject({
  id: "broken/shows-after-expiry",
  title: { ja: "同意期限後も薬剤情報を表示する", en: "shows drug data after consent expired" },
  decisions: { ...referenceDecisions, showsAfterRefusal: true },
  fails: { C25: ["consent/shown-only-within-consent"] },
});
