import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Looks at the consent flag for drugs and care, and asks for check-ups without. */
export const asksCheckupsUnconsented = declareSubject({
  id: "broken/asks-checkups-unconsented",
  title: { ja: "同意を見ずに健診情報を要求する", en: "asks for check-ups whatever the consent" },
  decisions: { ...referenceDecisions, asksUnconsented: (kind) => (kind === "checkup" ? "1" : undefined) },
  fails: { C31: ["consent/only-consented-requested"], C59: ["consent/no-medical-in-grace"] },
});
