import { must, scenario, should } from "../../scenario.ts";

/** A general reader without a camera: the clerk looks at card and face. */
export const c03 = scenario({
  id: "C03",
  title: { ja: "汎用カードリーダーでの目視確認（正常）", en: "visual check with a general reader" },
  expected: { ja: "C01と同じ", en: "as C01" },
  requires: ["R1-03", "R1-04"],
  seed: 103,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "general",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["visual"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("identity/right-patient"),
    must("exchange/items-as-received"),
    should("exchange/results-taken-away"),
  ],
  expect: "pass",
});
