import { must, scenario, should } from "../../scenario.ts";

/** The patient chooses the PIN; the receipt system cannot tell the difference. */
export const c02 = scenario({
  id: "C02",
  title: { ja: "暗証番号による受付（正常）", en: "check-in by PIN, everything works" },
  expected: {
    ja: "C01と同じ。本人確認方法の違いは結果に現れない",
    en: "as C01; the method does not show in the result",
  },
  requires: ["R1-01", "R1-03", "R1-04"],
  rules: ["3.2/7"],
  seed: 102,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "pensioner" },
    {
      step: "check-in",
      visit: "V1",
      persona: "pensioner",
      methods: ["pin"],
      wrongPins: 1,
      consents: ["drug"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("identity/right-patient"),
    must("exchange/items-as-received"),
    must("privacy/pin-and-photo-stay-inside"),
    should("exchange/results-taken-away"),
  ],
  expect: "pass",
});
