import { must, scenario } from "../../scenario.ts";

/** The ticket of this month is registered on the 15th; the visit is on the 10th. */
export const c40 = scenario({
  id: "C40",
  title: { ja: "医療扶助・当月の券が未登録", en: "medical aid, this month's ticket not registered yet" },
  expected: {
    ja: "有効（未登録）で番号はなく、「後で取得」の印を付け、登録後の一括取得で解決する",
    en: "6 and no numbers; marked to pull later, and the pull after registration resolves it",
  },
  requires: ["R0-03", "R0-30", "R0-31"],
  rules: ["13.3/alone-no", "13.2/registers-15th"],
  seed: 140,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "office-issues", persona: "aid-not-yet-registered", habit: "15th" },
    { step: "known", persona: "aid-not-yet-registered", chart: "00000140" },
    { step: "known-certificate", persona: "aid-not-yet-registered", chart: "00000140", of: "aid" },
    { step: "reception", visit: "V1", persona: "aid-not-yet-registered", chart: "00000140" },
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
    { step: "wait", ms: 5 * 86_400_000 + 3_600_000 },
    { step: "pull-tickets" },
    { step: "list-payers", visit: "V1" },
  ],
  checks: [must("aid/not-billed-without-ticket"), must("aid/pulled-later")],
  expect: "pass",
});
