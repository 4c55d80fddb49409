import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Does not recognise a result it has seen before: the double is taken for a new patient's. */
export const importsTwice = declareSubject({
  id: "broken/imports-twice",
  title: { ja: "二重出力を別の結果として扱う", en: "takes a doubled result for another one" },
  decisions: { ...referenceDecisions, isDuplicate: () => false },
  fails: { C56: ["exchange/imported-once"] },
});
