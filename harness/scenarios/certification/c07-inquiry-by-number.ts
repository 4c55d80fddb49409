import { must, scenario, should } from "../../scenario.ts";

/** The patient shows a 資格確認書; the clerk types its number. */
export const c07 = scenario({
  id: "C07",
  title: { ja: "番号による資格確認（有効）", en: "inquiry by certificate number, valid" },
  expected: { ja: "照会区分2・有効の結果を取り込む", en: "imports the valid answer of reference class 2" },
  requires: ["R0-15", "R1-01", "R1-43", "R1-11"],
  rules: ["3.3/4", "3.7/1"],
  seed: 107,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  terminal: { resultEncoding: "as-request" },
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "inquiry", visit: "V1", persona: "employee", limitConsent: true },
    { step: "settle", visit: "V1", proof: "certificate" },
  ],
  checks: [
    must("exchange/requests-well-formed"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/items-as-received"),
    must("line/requests-bounded"),
    should("exchange/results-taken-away"),
  ],
  expect: "pass",
});
