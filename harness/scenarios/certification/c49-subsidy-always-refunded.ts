import { must, scenario } from "../../scenario.ts";

/** 常に償還払い: the patient pays in full and is refunded by the municipality. */
export const c49 = scenario({
  id: "C49",
  title: { ja: "常に償還払いの医療費助成", en: "a subsidy that is always refunded afterwards" },
  expected: { ja: "窓口負担を減らさない", en: "the charge at the counter is not reduced" },
  requires: ["R4-13"],
  rules: ["10.4/6"],
  seed: 149,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "subsidy-refund" },
    {
      step: "check-in",
      visit: "V1",
      persona: "subsidy-refund",
      methods: ["face"],
      consents: ["subsidy"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "charge", visit: "V1", points: 620 },
  ],
  checks: [must("subsidy/refund-not-reduced"), must("subsidy/certificates-as-received"), must("charge/share-as-owed")],
  expect: "pass",
});
