import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Blanks the name of the person whose data came in error, and keeps the numbers. */
export const erasesNameOnly = declareSubject({
  id: "broken/erases-name-only",
  title: { ja: "誤提供データの氏名だけを消す", en: "erases the name and keeps the numbers" },
  decisions: { ...referenceDecisions, leftAfterErasure: (entry) => ({ ...entry, name: "", birthdate: "" }) },
  fails: { C15: ["identity/erased-leaves-nothing"], C79: ["identity/erased-leaves-nothing"] },
});
