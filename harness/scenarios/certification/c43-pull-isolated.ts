import { must, scenario } from "../../scenario.ts";

/** Three people with aid: one with tickets here and elsewhere and an insurance, one here alone, one elsewhere only. */
export const c43 = scenario({
  id: "C43",
  title: { ja: "一括取得は自院あての券だけ", en: "the bulk pull brings own tickets only" },
  expected: {
    ja: "自院あての券と医療扶助だけが返り、保険者の情報はなく、登録済みの保険はそのまま残る",
    en: "own tickets and the aid part only, no insurer data; the stored insurance stays as it is",
  },
  requires: ["R0-20", "R0-21", "SYS-38"],
  rules: ["13.2/other-facility", "13.2/own-ticket"],
  seed: 143,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "aid-together", chart: "00000143" },
    { step: "known", persona: "aid-elsewhere", chart: "00000243" },
    { step: "known-certificate", persona: "aid-elsewhere", chart: "00000243", of: "aid" },
    { step: "reception", visit: "V1", persona: "aid-together", chart: "00000143" },
    { step: "reception", visit: "V2", persona: "aid-alone" },
    { step: "reception", visit: "V3", persona: "aid-elsewhere", chart: "00000243" },
    { step: "call-office", visit: "V1", persona: "aid-together" },
    { step: "call-office", visit: "V2", persona: "aid-alone" },
    { step: "call-office", visit: "V3", persona: "aid-elsewhere" },
    { step: "pull-tickets" },
    { step: "list-payers", visit: "V1" },
    { step: "list-payers", visit: "V2" },
    { step: "list-payers", visit: "V3" },
    { step: "list-holdings" },
  ],
  checks: [must("aid/pull-isolated"), must("aid/insurance-untouched"), must("aid/pulled-later")],
  expect: "pass",
});
