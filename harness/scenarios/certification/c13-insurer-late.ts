import { must, scenario } from "../../scenario.ts";

/** The card is good, but no insurer's data reached the centre. */
export const c13 = scenario({
  id: "C13",
  title: { ja: "保険者の登録遅れ（該当資格なし）", en: "card, insurer late: no eligibility" },
  expected: { ja: "黙って自費にせず、代替確認と後日照会に回す", en: "enters the fallback flow, not silently self-pay" },
  requires: ["R3-16", "R3-18"],
  rules: ["3.2/6", "3.7/4"],
  seed: 113,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "never-fed" },
    { step: "check-in", visit: "V1", persona: "never-fed", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "declaration" },
  ],
  checks: [must("eligibility/nobody-found-falls-back"), must("eligibility/confirmed-by-answer")],
  expect: "pass",
});
