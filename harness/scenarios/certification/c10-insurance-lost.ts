import { must, scenario } from "../../scenario.ts";

/** The insurance was lost yesterday; the chart still holds it. Both paths say so. */
export const c10 = scenario({
  id: "C10",
  title: { ja: "資格喪失（カード・番号の両方）", en: "insurance lost, by card and by number" },
  expected: {
    ja: "旧資格を有効のまま残さず、喪失を表示して後日確認に回す",
    en: "does not keep the old insurance as valid, tells it and flags the visit",
  },
  requires: ["R3-12", "R3-11", "R3-18"],
  rules: ["3.2/9", "3.3/6", "3.7/2"],
  seed: 110,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "job-leaver", chart: "00000110" },
    { step: "reception", visit: "V1", persona: "job-leaver", chart: "00000110" },
    { step: "check-in", visit: "V1", persona: "job-leaver", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "reception", visit: "V2", persona: "job-leaver", chart: "00000110" },
    { step: "inquiry", visit: "V2", persona: "job-leaver", insuredAs: "former" },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "list-holdings" },
  ],
  checks: [must("eligibility/lost-not-kept"), must("eligibility/confirmed-by-answer")],
  expect: "pass",
});
