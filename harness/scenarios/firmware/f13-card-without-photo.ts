import { must, scenario } from "../../scenario.ts";

/** An infant's card has no photo: the guardian types the PIN, or the staff look. */
export const f13 = scenario({
  id: "F13",
  title: { ja: "顔写真のないカード（乳児）", en: "card without a photo (infant)" },
  underTest: "reader",
  expected: {
    ja: "顔認証を閉じ、暗証番号または目視で受け付ける",
    en: "closes face and goes on by PIN or visual check",
  },
  requires: ["R1-03", "R1-53"],
  seed: 213,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "infant", methods: ["face", "pin"], consents: ["drug"] },
    { step: "check-in", visit: "V1", persona: "infant", methods: ["face", "visual"], consents: ["drug"] },
  ],
  checks: [must("reader/failed-way-closes"), must("reader/served-again")],
  expect: "pass",
});
