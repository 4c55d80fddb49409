import { must, scenario } from "../../scenario.ts";

/** The office says insured, no insurer has registered it: the consistency flag tells, with a ticket and, a month later, without. */
export const c38 = scenario({
  id: "C38",
  title: { ja: "医療扶助併用・保険者の登録なし", en: "medical aid together, insurer missing" },
  expected: {
    ja: "整合性フラグ1を表示し、福祉事務所に確認する",
    en: "shows consistency flag 1 and asks the office",
  },
  requires: ["R0-04", "R0-14", "R0-32"],
  rules: ["13.3/together-none-yes", "13.3/together-none-no", "13.2/other-month"],
  seed: 138,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "aid-insurer-missing" },
    {
      step: "check-in",
      visit: "V1",
      persona: "aid-insurer-missing",
      methods: ["face"],
      consents: [],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "call-office", visit: "V1", persona: "aid-insurer-missing" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "wait", ms: 20 * 86_400_000 },
    { step: "reception", visit: "V2", persona: "aid-insurer-missing" },
    {
      step: "check-in",
      visit: "V2",
      persona: "aid-insurer-missing",
      methods: ["face"],
      consents: [],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "list-payers", visit: "V2" },
  ],
  checks: [
    must("aid/missing-insurer-told"),
    must("aid/billed-with-ticket"),
    must("aid/not-billed-without-ticket"),
    must("exchange/notices-shown"),
  ],
  expect: "pass",
});
