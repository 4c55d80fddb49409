import { must, scenario } from "../../scenario.ts";

/** The office registers ten days after it decided; the pull on day 11 brings the ticket without the patient. */
export const c42 = scenario({
  id: "C42",
  title: { ja: "来院後に登録された医療券", en: "a ticket registered after the visit" },
  expected: {
    ja: "11日目の一括取得で医療券が入り、再来院なしで請求できる",
    en: "the bulk pull on day 11 fills the ticket; the visit is billable without the patient coming again",
  },
  requires: ["R0-08", "R0-09", "R0-11", "SYS-38"],
  rules: ["13.2/registers-late"],
  seed: 142,
  policyDate: "2026-02-06",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "office-issues", persona: "aid-not-yet-registered", habit: "late" },
    { step: "reception", visit: "V1", persona: "aid-not-yet-registered" },
    {
      step: "check-in",
      visit: "V1",
      persona: "aid-not-yet-registered",
      methods: ["face"],
      consents: [],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "wait", ms: 5 * 86_400_000 },
    { step: "pull-tickets" },
    { step: "list-payers", visit: "V1" },
    { step: "wait", ms: 6 * 86_400_000 },
    { step: "pull-tickets" },
    { step: "list-payers", visit: "V1" },
  ],
  checks: [must("aid/not-billed-without-ticket"), must("aid/pulled-later")],
  expect: "pass",
});
