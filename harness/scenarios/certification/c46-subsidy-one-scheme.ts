import { must, scenario } from "../../scenario.ts";

/** One certificate, 難病, used by the patient at the reader. */
export const c46 = scenario({
  id: "C46",
  title: { ja: "医療費助成1制度（難病54）", en: "one medical subsidy: 54" },
  expected: {
    ja: "54の負担者番号・受給者番号・期間・月額上限を保険と一緒に取り込む",
    en: "imports numbers, period and monthly limit of 54 together with the insurance",
  },
  requires: ["R4-04", "R4-05", "R4-06", "R4-09"],
  rules: ["10.4/3", "10.1/54"],
  seed: 146,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "subsidy-nanbyo" },
    {
      step: "check-in",
      visit: "V1",
      persona: "subsidy-nanbyo",
      methods: ["face"],
      consents: ["drug", "subsidy"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
  ],
  checks: [
    must("subsidy/certificates-as-received"),
    must("subsidy/expenses-in-order"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/items-as-received"),
  ],
  expect: "pass",
});
