import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Imports the first specific disease of a list and drops the others. */
export const firstDiseaseOnly = declareSubject({
  id: "broken/first-disease-only",
  title: { ja: "特定疾病の１件目だけを取り込む", en: "imports one specific disease only" },
  decisions: {
    ...referenceDecisions,
    benefitsShown: (received) => ({ ...received, diseases: received.diseases.slice(0, 1) }),
  },
  fails: { C23: ["consent/benefits-as-answered"] },
});
