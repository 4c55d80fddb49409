import { must, scenario } from "../../scenario.ts";

/** Phones held to the external reader; who has none at hand uses the card. */
export const c80 = scenario({
  id: "C80",
  title: { ja: "スマートフォンでの受付", en: "smartphone credential" },
  expected: {
    ja: "スマートフォンの結果もカードと同じに取り込む",
    en: "imports the result of a phone as that of a card",
  },
  requires: ["R1-03", "R1-04"],
  rules: ["3.2/7"],
  seed: 180,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  pairedReader: "general",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "android-phone" },
    { step: "check-in", visit: "V1", persona: "android-phone", methods: ["phone"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "reception", visit: "V2", persona: "iphone" },
    { step: "check-in", visit: "V2", persona: "iphone", methods: ["phone"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "reception", visit: "V3", persona: "employee" },
    { step: "check-in", visit: "V3", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V3", proof: "none" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("exchange/items-as-received"),
    must("identity/right-patient"),
    must("exchange/imported-once"),
  ],
  expect: "pass",
});
