import { must, scenario } from "../../scenario.ts";

/** The card was never registered; the centre has the insurance, so it registers at the counter. */
export const c04 = scenario({
  id: "C04",
  title: { ja: "窓口での利用登録に成功", en: "first registration at the counter succeeds" },
  expected: {
    ja: "登録後に届く1件の結果を取り込み、確認済みとする",
    en: "imports the one result that arrives after the registration, and confirms",
  },
  requires: ["R1-47", "SYS-18", "SYS-56"],
  rules: ["3.2/4", "3.2/7"],
  seed: 104,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "newcomer" },
    { step: "check-in", visit: "V1", persona: "newcomer", methods: ["face"], consents: ["drug"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("exchange/imported-once"),
    must("exchange/items-as-received"),
    must("identity/right-patient"),
  ],
  expect: "pass",
});
