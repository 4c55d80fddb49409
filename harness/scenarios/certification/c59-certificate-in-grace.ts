import { must, scenario } from "../../scenario.ts";

/** The user certificate expired a month ago: eligibility only. */
export const c59 = scenario({
  id: "C59",
  title: { ja: "電子証明書の期限切れ（猶予期間内）", en: "certificate expired, inside the grace period" },
  expected: {
    ja: "資格情報のみ取り込み、医療情報は要求しない",
    en: "imports eligibility only and asks for no medical data",
  },
  requires: ["R3-53", "SYS-13"],
  rules: ["3.2/7"],
  seed: 159,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "certificate-in-grace" },
    {
      step: "check-in",
      visit: "V1",
      persona: "certificate-in-grace",
      methods: ["face"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "view-medical", visit: "V1", kind: "checkup" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("consent/no-medical-in-grace"),
    must("exchange/notices-shown"),
  ],
  expect: "pass",
});
