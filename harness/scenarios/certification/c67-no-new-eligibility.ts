import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-02-10";

/** The eligibility was lost and no other one exists: the claim stays where it is and somebody has to ask the patient. */
export const c67 = scenario({
  id: "C67",
  title: { ja: "振替不能（新しい資格なし）", en: "not moved: no new eligibility" },
  expected: {
    ja: "「新しい資格なし」の連絡書を受け、患者への確認を作業として残す",
    en: "takes the notice that none was found and keeps a task to ask the patient",
  },
  requires: ["R0-26", "SYS-27"],
  seed: 167,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["9.1/past", "9.2/6", "9.2/day-nobody"],
  steps: [
    { step: "known", persona: "job-leaver", chart: "00000167", insuredAs: "former" },
    { step: "reception", visit: "V1", persona: "job-leaver", chart: "00000167" },
    { step: "declare", visit: "V1", persona: "job-leaver", says: "nothing-changed" },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "charge", visit: "V1", points: 250 },
    { step: "wait", ms: msBetween(FIRST, "2026-03-02") },
    { step: "claim-month" },
    { step: "review-claims" },
    { step: "wait", ms: msBetween("2026-03-02", "2026-04-05") },
    { step: "monthly-statement" },
    { step: "list-holdings" },
  ],
  checks: [
    must("claims/basis-by-rule"),
    must("claims/notices-worked-in"),
    must("claims/record-as-told"),
    must("claims/not-found-followed-up"),
  ],
  expect: "pass",
});
