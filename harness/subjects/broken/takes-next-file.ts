import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes whatever face file comes next for the patient who waits longest (receipt-system-interface.md §1.4 warns of it). */
export const takesNextFile = declareSubject({
  id: "broken/takes-next-file",
  title: { ja: "次のファイルを次の患者のものとする", en: "takes the next file for the next patient" },
  decisions: { ...referenceDecisions, matchVisit: (_person, waiting) => waiting[0]?.visit, samePerson: () => true },
  fails: {
    C76: ["consent/afar-by-consent"],
    C05: ["identity/right-patient", "eligibility/confirmed-by-answer"],
    C15: ["identity/difference-shown", "identity/right-patient", "identity/erased-leaves-nothing"],
    C43: ["aid/pull-isolated", "aid/pulled-later"],
    C56: ["identity/right-patient"],
    C79: ["identity/erased-leaves-nothing"],
  },
});
