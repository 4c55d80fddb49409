import { must, scenario } from "../../scenario.ts";

/** Every kind of number, right and with a wrong check digit; 77777777 belongs to unknown claims only. */
export const c74 = scenario({
  id: "C74",
  title: { ja: "検証番号の誤り", en: "wrong check digits typed" },
  expected: {
    ja: "誤った番号を送信前に止め、正しい番号は受け付ける",
    en: "stops wrong numbers before they are sent and takes right ones",
  },
  requires: ["X-06"],

  seed: 174,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "enter-number", visit: "V1", kind: "insurer", digits: "06990014" },
    { step: "enter-number", visit: "V1", kind: "insurer", digits: "06990015" },
    { step: "enter-number", visit: "V1", kind: "insurer", digits: "990010" },
    { step: "enter-number", visit: "V1", kind: "insurer", digits: "990011" },
    { step: "enter-number", visit: "V1", kind: "insurer", digits: "77777777" },
    { step: "enter-number", visit: "V1", kind: "late-elderly-insured", digits: "99000010" },
    { step: "enter-number", visit: "V1", kind: "late-elderly-insured", digits: "99000011" },
    { step: "enter-number", visit: "V1", kind: "payer", digits: "54996012" },
    { step: "enter-number", visit: "V1", kind: "payer", digits: "54996013" },
    { step: "enter-number", visit: "V1", kind: "recipient", digits: "0000018" },
    { step: "enter-number", visit: "V1", kind: "recipient", digits: "0000019" },
    { step: "enter-number", visit: "V1", kind: "recipient", digits: "000001" },
    { step: "enter-number", visit: "V1", kind: "facility", digits: "9910000018" },
    { step: "enter-number", visit: "V1", kind: "facility", digits: "9910000019" },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [must("exchange/wrong-digits-stopped")],
  expect: "pass",
});
