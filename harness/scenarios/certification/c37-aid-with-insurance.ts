import { must, scenario } from "../../scenario.ts";

/** Insurance and aid in one card check; then the aid ends, and the insurance is all that is left. */
export const c37 = scenario({
  id: "C37",
  title: { ja: "医療扶助と医療保険の併用", en: "medical aid together with insurance" },
  expected: {
    ja: "2つの結果を取り込み、保険を先に、12を公費として請求する。廃止後は保険のみ",
    en: "imports two results; the insurance first, 12 as public expense; after the aid ended the insurance alone",
  },
  requires: ["R0-04", "R0-09"],
  rules: ["13.3/together-valid-yes", "13.3/ended-valid"],
  seed: 137,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "aid-together", chart: "00000137" },
    { step: "known-certificate", persona: "aid-together", chart: "00000137", of: "aid" },
    { step: "reception", visit: "V1", persona: "aid-together", chart: "00000137" },
    {
      step: "check-in",
      visit: "V1",
      persona: "aid-together",
      methods: ["face"],
      consents: ["drug"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "office-ends-aid", persona: "aid-together" },
    { step: "wait", ms: 86_400_000 },
    { step: "reception", visit: "V2", persona: "aid-together", chart: "00000137" },
    { step: "check-in", visit: "V2", persona: "aid-together", methods: ["face"], consents: [], prescription: "2" },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "list-payers", visit: "V2" },
  ],
  checks: [
    must("aid/billed-with-ticket"),
    must("aid/ended-not-billed"),
    must("exchange/items-as-received"),
    must("eligibility/confirmed-by-answer"),
    must("identity/right-patient"),
  ],
  expect: "pass",
});
