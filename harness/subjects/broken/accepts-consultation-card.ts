import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Asks with the stored number and never for a proof. */
export const acceptsConsultationCard = declareSubject({
  id: "broken/accepts-consultation-card",
  title: { ja: "診察券だけで確認済みにする", en: "takes a consultation card for a proof" },
  decisions: { ...referenceDecisions, monthRule: () => "accepted" },
  fails: { C69: ["eligibility/consultation-card-by-month"] },
});
