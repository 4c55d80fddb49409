import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Asks for medical information whoever uses it. */
export const ignoresRole = declareSubject({
  id: "broken/ignores-role",
  title: { ja: "職種を確認せずに要求する", en: "asks for medical information whatever the role" },
  decisions: { ...referenceDecisions, mayAsk: () => true },
  fails: { C28: ["consent/role-before-request"] },
});
