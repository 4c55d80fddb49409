import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-02-10";

/** Two eligibilities are valid on the day of care. Since 2022-02 the billed one stays, and nobody tells anything. */
export const c68 = scenario({
  id: "C68",
  title: { ja: "診療日に有効な資格での請求（二重資格）", en: "the billed eligibility is valid on the day" },
  expected: { ja: "振替も連絡書もない", en: "no transfer and no notice" },
  requires: ["SYS-27", "R1-14"],
  seed: 168,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["9.1/current", "9.2/2", "9.2/day-billed"],
  steps: [
    { step: "known", persona: "doubly-insured", chart: "00000168", insuredAs: "former" },
    { step: "reception", visit: "V1", persona: "doubly-insured", chart: "00000168" },
    { step: "inquiry", visit: "V1", persona: "doubly-insured", insuredAs: "former" },
    { step: "settle", visit: "V1", proof: "certificate" },
    { step: "charge", visit: "V1", points: 330 },
    { step: "wait", ms: msBetween(FIRST, "2026-03-02") },
    { step: "claim-month" },
    { step: "review-claims" },
    { step: "wait", ms: msBetween("2026-03-02", "2026-04-05") },
    { step: "monthly-statement" },
    { step: "list-holdings" },
  ],
  checks: [
    must("claims/basis-by-rule"),
    must("claims/record-as-told"),
    must("charge/share-as-owed"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
