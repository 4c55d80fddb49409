import { must, scenario } from "../../scenario.ts";

/** The last day of a certificate counts, the day after does not. */
export const c52 = scenario({
  id: "C52",
  title: { ja: "医療費助成の有効期間の境界", en: "the last day of a subsidy" },
  expected: {
    ja: "昨日で終わった受給者証は適用せず、今日までのものは適用する",
    en: "one that ended yesterday is not applied, one that ends today is",
  },
  requires: ["R4-09"],
  rules: ["10.4/5", "10.4/3"],
  seed: 152,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "subsidy-ended-yesterday" },
    {
      step: "check-in",
      visit: "V1",
      persona: "subsidy-ended-yesterday",
      methods: ["face"],
      consents: ["subsidy"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "reception", visit: "V2", persona: "subsidy-ends-today" },
    {
      step: "check-in",
      visit: "V2",
      persona: "subsidy-ends-today",
      methods: ["face"],
      consents: ["subsidy"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "list-payers", visit: "V2" },
  ],
  checks: [must("subsidy/period-kept"), must("eligibility/confirmed-by-answer")],
  expect: "pass",
});
