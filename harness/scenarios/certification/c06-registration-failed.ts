import { must, scenario } from "../../scenario.ts";

/** Nothing to register: the insurer has not told the centre. The patient shows a certificate. */
export const c06 = scenario({
  id: "C06",
  title: { ja: "利用登録の失敗、資格確認書で受付", en: "first registration fails, certificate used" },
  expected: {
    ja: "ファイルは届かない。資格確認書の番号で照会し、該当資格なしとして後日確認に回し、窓口では負担割合の額を求める",
    en: "no file; the inquiry by certificate number finds nobody, the visit is flagged for later and the own share is asked",
  },
  requires: ["R3-36", "R3-37", "R1-43"],
  seed: 106,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["8/registration-failed/certificate", "3.2/4"],
  steps: [
    { step: "reception", visit: "V1", persona: "unknown-newcomer" },
    { step: "check-in", visit: "V1", persona: "unknown-newcomer", methods: ["face"], consents: ["drug"] },
    { step: "inquiry", visit: "V1", persona: "unknown-newcomer", insuredAs: "former" },
    { step: "show-proof", visit: "V1", situation: "registration-failed", proof: "certificate" },
    { step: "settle", visit: "V1", proof: "certificate" },
    { step: "charge", visit: "V1", points: 480 },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("eligibility/nobody-found-falls-back"),
    must("exchange/requests-well-formed"),
    must("eligibility/proof-by-table"),
    must("charge/share-as-owed"),
  ],
  expect: "pass",
});
