import { must, scenario } from "../../scenario.ts";

/**
 * A pharmacist asks for check-ups in 2025. The rule of 2020-07, which refused it, was changed before the service began, so
 * that no world can be run under it: its row of the viewer matrix is proved by vectors.
 */
export const c29 = scenario({
  id: "C29",
  title: { ja: "薬局での特定健診情報の閲覧", en: "check-ups at a pharmacy" },
  expected: {
    ja: "2025年4月は同意があれば薬剤師に表示する（2020年8月のルールでは不可）",
    en: "in 2025-04 shown to the pharmacist with consent; by the rule of 2020-08 it was not",
  },
  requires: ["R1-07", "R1-09", "X-02", "SYS-07", "SYS-34"],
  seed: 129,
  policyDate: "2025-04-15",
  facility: "pharmacy",
  reader: "simulated-face",
  faults: [],
  rules: ["6.2/pharmacist", "6.1/checkup-seen"],
  steps: [
    { step: "reception", visit: "V1", persona: "well-documented" },
    { step: "check-in", visit: "V1", persona: "well-documented", methods: ["face"], consents: ["checkup"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "checkup" },
    { step: "view-medical", visit: "V1", kind: "drug" },
  ],
  checks: [
    must("consent/only-consented-requested"),
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
    must("consent/source-month-shown"),
  ],
  expect: "pass",
});
