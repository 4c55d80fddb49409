import { must, scenario } from "../../scenario.ts";

/** The card was left at home; the paper ticket has the numbers. */
export const c45 = scenario({
  id: "C45",
  title: { ja: "カード忘れ・紙の医療券を持参", en: "card forgotten, paper ticket carried" },
  expected: {
    ja: "医療券の番号で照会し、医療券を取り込む",
    en: "asks by the numbers of the ticket and imports it",
  },
  requires: ["R0-02", "R0-16"],
  rules: ["3.4/with-ticket"],
  seed: 145,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "aid-alone" },
    { step: "inquiry-by-ticket", visit: "V1", persona: "aid-alone" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
  ],
  checks: [
    must("aid/billed-with-ticket"),
    must("aid/ticket-as-received"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/requests-well-formed"),
    must("line/requests-bounded"),
  ],
  expect: "pass",
});
