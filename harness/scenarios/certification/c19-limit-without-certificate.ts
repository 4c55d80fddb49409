import { must, scenario } from "../../scenario.ts";

/** Nobody applied for a certificate, yet the limit class comes with the answer: the counter never asks more than the cap. */
export const c19 = scenario({
  id: "C19",
  title: { ja: "認定証なしの限度額情報", en: "limit class without a certificate" },
  expected: {
    ja: "適用区分を取り込み、その月の窓口負担を上限までにとどめる",
    en: "imports the class and keeps the month's charge within the cap",
  },
  requires: ["R1-25", "R1-27", "SYS-30"],
  seed: 119,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["4.1/preschool", "4.1/6-69", "4.2/A03", "4.2/stated", "4.4/under-70", "4.3/absent"],
  steps: [
    { step: "reception", visit: "V1", persona: "limit-holder" },
    { step: "inquiry", visit: "V1", persona: "limit-holder", limitConsent: true },
    { step: "settle", visit: "V1", proof: "certificate" },
    { step: "charge", visit: "V1", points: 26_000 },
    { step: "charge", visit: "V1", points: 74_000 },
    { step: "reception", visit: "V2", persona: "employee" },
    { step: "inquiry", visit: "V2", persona: "employee" },
    { step: "settle", visit: "V2", proof: "certificate" },
    { step: "charge", visit: "V2", points: 100_000 },
    { step: "reception", visit: "V3", persona: "limit-holder" },
    { step: "inquiry", visit: "V3", persona: "limit-holder", limitConsent: true },
    { step: "settle", visit: "V3", proof: "certificate" },
    { step: "charge", visit: "V3", points: 100_000, inpatient: true, reachedBefore: 3 },
    { step: "reception", visit: "V4", persona: "infant" },
    { step: "inquiry", visit: "V4", persona: "infant" },
    { step: "settle", visit: "V4", proof: "certificate" },
    { step: "charge", visit: "V4", points: 504 },
  ],
  checks: [
    must("charge/share-as-owed"),
    must("exchange/items-as-received"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/requests-well-formed"),
  ],
  expect: "pass",
});
