import { must, scenario, should } from "../../scenario.ts";

/** A registered card, the patient's own face, everything works. */
export const c01 = scenario({
  id: "C01",
  title: { ja: "顔認証による受付（正常）", en: "check-in by face, everything works" },
  expected: {
    ja: "要求なしに届く結果を取り込み、R1-11の全項目と資格確認日を保存する",
    en: "imports the unasked result with every item of R1-11 and keeps the confirmation date",
  },
  requires: ["R0-12", "R0-13", "R1-01", "R1-03", "R1-04", "R1-11", "R1-12"],
  rules: ["3.2/7", "3.7/1"],
  seed: 101,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    {
      step: "check-in",
      visit: "V1",
      persona: "employee",
      methods: ["face"],
      consents: ["drug", "care", "checkup", "surgery", "disease"],
      prescription: "1",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("identity/right-patient"),
    must("exchange/items-as-received"),
    must("exchange/imported-once"),
    must("privacy/personal-number-stays-on-card"),
    should("exchange/results-taken-away"),
  ],
  expect: "pass",
});
