import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Has no numbers to ask with for a patient who has medical aid alone. */
export const asksByInsuranceOnly = declareSubject({
  id: "broken/asks-by-insurance-only",
  title: {
    ja: "医療扶助単独の患者の医療情報を要求できない",
    en: "cannot ask for medical data of a patient with aid alone",
  },
  decisions: { ...referenceDecisions, asksByTicket: false },
  fails: { C36: ["consent/given-is-shown"] },
});
