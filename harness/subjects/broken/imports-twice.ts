import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Does not recognise a result it has already imported. */
export const importsTwice = declareSubject({
  id: "broken/imports-twice",
  title: { ja: "二重出力を二度取り込む", en: "imports a doubled result twice" },
  decisions: { ...referenceDecisions, isDuplicate: () => false, matchVisit: (person, waiting) => referenceDecisions.matchVisit(person, waiting) },
  fails: {},
});
