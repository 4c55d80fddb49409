import { must, scenario } from "../../scenario.ts";

/** Twins share number and birth date; only the branch number tells them apart. */
export const c09 = scenario({
  id: "C09",
  title: { ja: "双子（枝番なしの照会）", en: "twins, branch number left out" },
  expected: {
    ja: "資格有効性5では取り込まず枝番を求め、枝番付きの照会で確認する",
    en: "imports nothing on validity 5, asks for the branch number, confirms with it",
  },
  requires: ["R0-15", "R3-11"],
  rules: ["3.3/3", "3.3/4", "3.7/5"],
  seed: 109,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "known", persona: "twin-younger", chart: "00000109" },
    { step: "reception", visit: "V1", persona: "twin-elder" },
    { step: "inquiry", visit: "V1", persona: "twin-elder", withoutBranch: true },
    { step: "inquiry", visit: "V1", persona: "twin-elder" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-holdings" },
  ],
  checks: [must("eligibility/several-asks"), must("eligibility/confirmed-by-answer"), must("identity/right-patient")],
  expect: "pass",
});
