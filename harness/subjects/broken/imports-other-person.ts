import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Does not compare the person of an answer with the patient when only one patient waits. */
export const importsOtherPerson = declareSubject({
  id: "broken/imports-other-person",
  title: { ja: "別人の情報を警告なく取り込む", en: "imports another person's data without a warning" },
  decisions: {
    ...referenceDecisions,
    matchVisit: (person, waiting) =>
      waiting.length === 1 ? waiting[0]?.visit : referenceDecisions.matchVisit(person, waiting),
    samePerson: () => true,
  },
  fails: {
    C76: ["consent/afar-by-consent"],
    C15: ["identity/difference-shown", "identity/right-patient", "identity/erased-leaves-nothing"],
    C43: ["aid/pull-isolated", "aid/pulled-later"],
    C79: ["identity/erased-leaves-nothing"],
  },
});
