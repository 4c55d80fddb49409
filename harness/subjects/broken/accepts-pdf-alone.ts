import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Does not know that a portal PDF proves something together with the card only. */
export const acceptsPdfAlone = declareSubject({
  id: "broken/accepts-pdf-alone",
  title: { ja: "PDFのみで資格を認める", en: "takes a portal PDF alone for a proof" },
  decisions: {
    ...referenceDecisions,
    proofRuling: (given) => (given.proof === "portal-pdf" ? "accepted" : referenceDecisions.proofRuling(given)),
  },
  fails: {
    C60: ["eligibility/proof-by-table"],
    C62: ["eligibility/proof-by-table"],
  },
});
