import { must, scenario } from "../../scenario.ts";

/** No reference number is registered, the insured number is another, and two charts fit by kana and birth date. */
export const c34 = scenario({
  id: "C34",
  title: { ja: "番号変更・照会番号なし", en: "insured number changed, no reference number" },
  expected: {
    ja: "カナ氏名と生年月日で照合し、候補が2件なら人に選ばせ、二重カルテを作らない",
    en: "matches by kana and birth date, asks a human where two fit, opens no second chart",
  },
  requires: ["R1-23", "R1-24"],
  seed: 134,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "mover", chart: "00000134", insuredAs: "former" },
    { step: "known", persona: "namesake", chart: "00000135" },
    { step: "reception", visit: "V1", persona: "mover" },
    { step: "check-in", visit: "V1", persona: "mover", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "choose-chart", visit: "V1", chart: "00000134" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-holdings" },
  ],
  checks: [
    must("identity/human-chooses-chart"),
    must("identity/one-chart-each"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
