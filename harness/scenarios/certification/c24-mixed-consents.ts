import { must, scenario } from "../../scenario.ts";

/** Drugs yes, medical care no, surgery no, check-ups yes. */
export const c24 = scenario({
  id: "C24",
  title: { ja: "種類ごとに異なる同意", en: "consents mixed" },
  expected: {
    ja: "同意した薬剤と健診だけを要求し、診療と手術は「データなし」ではなく「同意なし」と示す",
    en: "asks for drugs and check-ups only; care and surgery are shown as without consent, not as without data",
  },
  requires: ["R0-22", "R0-23", "SYS-35", "X-09"],
  seed: 124,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["5/within", "5/state-none", "5/state-given", "6.2/doctor", "6.1/drug-seen", "6.1/checkup-seen"],
  steps: [
    { step: "reception", visit: "V1", persona: "well-documented" },
    {
      step: "check-in",
      visit: "V1",
      persona: "well-documented",
      methods: ["face"],
      consents: ["drug", "checkup"],
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "view-medical", visit: "V1", kind: "care" },
    { step: "view-medical", visit: "V1", kind: "surgery" },
    { step: "view-medical", visit: "V1", kind: "checkup" },
  ],
  checks: [
    must("consent/only-consented-requested"),
    must("consent/refused-is-not-none"),
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
    must("consent/source-month-shown"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
