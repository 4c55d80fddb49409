import { must, scenario } from "../../scenario.ts";

/** Nothing but the office's word on the phone; the ticket follows, under a new recipient number. */
export const c44 = scenario({
  id: "C44",
  title: { ja: "急患・医療券なし（福祉事務所へ電話）", en: "emergency without ticket, the office answers the phone" },
  expected: {
    ja: "電話の回答で来院を仮受付とし、後日の一括取得で精算する",
    en: "the visit is kept as provisional on the phone answer and reconciled by the later pull",
  },
  requires: ["R0-10", "R0-11"],
  rules: ["13.2/registers-20th"],
  seed: 144,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "aid-not-yet-registered", chart: "00000144" },
    { step: "known-certificate", persona: "aid-not-yet-registered", chart: "00000144", of: "aid" },
    { step: "reception", visit: "V1", persona: "aid-not-yet-registered", chart: "00000144" },
    { step: "call-office", visit: "V1", persona: "aid-not-yet-registered" },
    { step: "settle", visit: "V1", proof: "office-phone" },
    { step: "list-payers", visit: "V1" },
    { step: "office-issues", persona: "aid-not-yet-registered", habit: "20th", renumbers: true },
    { step: "wait", ms: 11 * 86_400_000 },
    { step: "pull-tickets" },
    { step: "list-payers", visit: "V1" },
  ],
  checks: [must("aid/provisional-by-phone"), must("aid/pulled-later")],
  expect: "pass",
});
