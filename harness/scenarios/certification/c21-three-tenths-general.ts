import { must, scenario } from "../../scenario.ts";

/** The other way round: three tenths with a class of general income. A patient of the same age without a class is capped. */
export const c21 = scenario({
  id: "C21",
  title: { ja: "3割と一般・低所得の不一致", en: "three tenths with general or low income" },
  expected: {
    ja: "不一致を警告し、保険者に照会するまで上限を自動適用しない",
    en: "warns and blocks the automatic cap until the insurer is asked",
  },
  requires: ["R3-33", "R3-35", "N-11"],
  seed: 121,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["4.3/three-tenths-ordinary", "4.4/75-one-tenth"],
  steps: [
    { step: "reception", visit: "V1", persona: "three-tenths-general" },
    { step: "inquiry", visit: "V1", persona: "three-tenths-general", limitConsent: true },
    { step: "settle", visit: "V1", proof: "certificate" },
    { step: "charge", visit: "V1", points: 100_000 },
    { step: "reception", visit: "V2", persona: "pensioner" },
    { step: "inquiry", visit: "V2", persona: "pensioner" },
    { step: "settle", visit: "V2", proof: "certificate" },
    { step: "charge", visit: "V2", points: 100_000 },
  ],
  checks: [must("charge/contradiction-stops-cap"), must("charge/share-as-owed"), must("exchange/requests-well-formed")],
  expect: "pass",
});
