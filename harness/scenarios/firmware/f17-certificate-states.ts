import { must, scenario } from "../../scenario.ts";

/** More than three months to go, less, in grace, after grace, revoked. */
export const f17 = scenario({
  id: "F17",
  title: { ja: "電子証明書の状態", en: "states of the certificate" },
  underTest: "reader",
  expected: {
    ja: "案内なし・更新の案内・資格情報のみ・拒否・拒否",
    en: "no notice, notice, eligibility only, refused, refused",
  },
  requires: ["R3-53"],
  seed: 217,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    {
      step: "check-in",
      visit: "V1",
      persona: "employee",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    {
      step: "check-in",
      visit: "V2",
      persona: "certificate-near-end",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    {
      step: "check-in",
      visit: "V3",
      persona: "certificate-in-grace",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    {
      step: "check-in",
      visit: "V4",
      persona: "certificate-expired",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    {
      step: "check-in",
      visit: "V5",
      persona: "certificate-revoked",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
  ],
  checks: [must("reader/standing-from-centre"), must("reader/consents-as-touched")],
  expect: "pass",
});
