import { must, scenario } from "../../scenario.ts";

/** The prefecture has not joined PMH: no question at the reader, no block, a paper certificate. */
export const c50 = scenario({
  id: "C50",
  title: { ja: "PMH未参加自治体・紙の受給者証", en: "a body that has not joined PMH, paper certificate" },
  expected: {
    ja: "助成の情報は届かず、紙の受給者証の入力を受け付ける",
    en: "no block comes; the paper certificate is taken",
  },
  requires: ["R4-02", "R4-12", "R4-14"],
  rules: ["10.4/2", "10.1/38"],
  seed: 150,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "subsidy-on-paper" },
    {
      step: "check-in",
      visit: "V1",
      persona: "subsidy-on-paper",
      methods: ["face"],
      consents: ["subsidy"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "paper-certificate", visit: "V1", persona: "subsidy-on-paper" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
  ],
  checks: [must("subsidy/paper-accepted"), must("eligibility/confirmed-by-answer")],
  expect: "pass",
});
