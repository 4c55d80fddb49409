import { must, scenario } from "../../scenario.ts";

/** An inquiry by the numbers of a ticket about somebody who is insured as well. */
export const c41 = scenario({
  id: "C41",
  title: { ja: "医療券の番号による照会（保険もある人）", en: "inquiry by ticket number, the person is also insured" },
  expected: {
    ja: "医療扶助だけが返り、登録済みの保険はそのまま残る",
    en: "only the aid part comes back, and the stored insurance stays as it is",
  },
  requires: ["R0-05", "R0-16"],
  rules: ["3.4/with-ticket"],
  seed: 141,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "aid-together", chart: "00000141" },
    { step: "reception", visit: "V1", persona: "aid-together", chart: "00000141" },
    { step: "inquiry-by-ticket", visit: "V1", persona: "aid-together" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "list-holdings" },
  ],
  checks: [
    must("aid/insurance-untouched"),
    must("aid/billed-with-ticket"),
    must("aid/ticket-as-received"),
    must("exchange/requests-well-formed"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
