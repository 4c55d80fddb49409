import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Has no way to attach what a web screen of the terminal found to a visit. */
export const ignoresLookup = declareSubject({
  id: "broken/ignores-lookup",
  title: { ja: "障害時照会の結果を来院に紐付けられない", en: "cannot attach what was looked up" },
  decisions: { ...referenceDecisions, attachesLookup: false },
  fails: { C77: ["line/lookup-attached"], C78: ["line/lookup-attached"] },
});
