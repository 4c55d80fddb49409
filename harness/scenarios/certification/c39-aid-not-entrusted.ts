import { must, scenario } from "../../scenario.ts";

/** Entrusted to others, alone and beside a valid insurance: the same answer as before registration (C40). Last month's numbers are in the chart and must stay there. */
export const c39 = scenario({
  id: "C39",
  title: { ja: "医療扶助・未委託の医療機関", en: "medical aid at a facility that is not entrusted" },
  expected: {
    ja: "番号のない結果を受け、12では請求せず、未委託か未登録かを決めつけない",
    en: "gets no numbers, does not bill 12, and does not guess between not entrusted and not registered",
  },
  requires: ["R0-07", "R0-09", "R0-30", "R0-31"],
  rules: ["13.3/alone-no", "13.3/together-valid-no", "13.2/other-facility", "3.2/8"],
  seed: 139,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "aid-elsewhere", chart: "00000139" },
    { step: "known-certificate", persona: "aid-elsewhere", chart: "00000139", of: "aid" },
    { step: "reception", visit: "V1", persona: "aid-elsewhere", chart: "00000139" },
    { step: "check-in", visit: "V1", persona: "aid-elsewhere", methods: ["face"], consents: [], prescription: "2" },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "known", persona: "aid-together", chart: "00000239" },
    { step: "known-certificate", persona: "aid-together", chart: "00000239", of: "aid" },
    { step: "wait", ms: 20 * 86_400_000 },
    { step: "reception", visit: "V2", persona: "aid-together", chart: "00000239" },
    { step: "check-in", visit: "V2", persona: "aid-together", methods: ["face"], consents: [], prescription: "2" },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "list-payers", visit: "V2" },
  ],
  checks: [
    must("aid/not-billed-without-ticket"),
    must("exchange/notices-shown"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
