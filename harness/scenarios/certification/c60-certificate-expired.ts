import { must, scenario } from "../../scenario.ts";

/** The user certificate expired five months ago: the reader refuses, no file comes. */
export const c60 = scenario({
  id: "C60",
  title: { ja: "電子証明書の期限切れ（猶予期間後）", en: "certificate expired, after the grace period" },
  expected: {
    ja: "ファイルは届かず、資格確認書の番号照会で受付する",
    en: "no file; the reception goes on by certificate number",
  },
  requires: ["R3-53", "SYS-13"],
  seed: 160,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["8/card-unusable/portal-pdf", "8/card-unusable/certificate", "3.2/2"],
  steps: [
    { step: "reception", visit: "V1", persona: "certificate-expired" },
    {
      step: "check-in",
      visit: "V1",
      persona: "certificate-expired",
      methods: ["face"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    { step: "wait", ms: 5_000 },
    { step: "inquiry", visit: "V1", persona: "certificate-expired" },
    { step: "show-proof", visit: "V1", situation: "card-unusable", proof: "portal-pdf" },
    { step: "show-proof", visit: "V1", situation: "card-unusable", proof: "certificate" },
    { step: "settle", visit: "V1", proof: "certificate" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("exchange/requests-well-formed"),
    must("eligibility/proof-by-table"),
    must("exchange/items-as-received"),
  ],
  expect: "pass",
});
