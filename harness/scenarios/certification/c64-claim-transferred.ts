import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-02-10";

/** Card forgotten, "nothing changed", and yet it did: the review body finds the new insurer and moves the whole claim. */
export const c64 = scenario({
  id: "C64",
  title: { ja: "レセプト振替", en: "a claim is moved to the new insurer" },
  expected: {
    ja: "連絡書で届いた振替を取り込み、患者情報を更新し、点数は変えない",
    en: "works the transfer in, updates the patient's record and leaves the points alone",
  },
  requires: ["R0-26", "R1-14", "R1-16", "SYS-27", "SYS-28", "SYS-29"],
  seed: 164,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["8/card-forgotten/none", "9.1/past", "9.2/4", "9.2/day-other"],
  steps: [
    { step: "known", persona: "job-changer", chart: "00000164", insuredAs: "former" },
    { step: "reception", visit: "V1", persona: "job-changer", chart: "00000164" },
    { step: "show-proof", visit: "V1", situation: "card-forgotten", proof: "none" },
    { step: "declare", visit: "V1", persona: "job-changer", says: "nothing-changed" },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "charge", visit: "V1", points: 820 },
    { step: "wait", ms: msBetween(FIRST, "2026-02-17") },
    { step: "reception", visit: "V2", persona: "job-changer", chart: "00000164" },
    { step: "declare", visit: "V2", persona: "job-changer", says: "nothing-changed" },
    { step: "settle", visit: "V2", proof: "declaration" },
    { step: "charge", visit: "V2", points: 310 },
    { step: "wait", ms: msBetween("2026-02-17", "2026-03-02") },
    { step: "claim-month" },
    { step: "review-claims" },
    { step: "list-holdings" },
    { step: "wait", ms: msBetween("2026-03-02", "2026-04-05") },
    { step: "monthly-statement" },
    { step: "list-holdings" },
  ],
  checks: [
    must("claims/basis-by-rule"),
    must("claims/notices-worked-in"),
    must("claims/record-as-told"),
    must("eligibility/proof-by-table"),
  ],
  expect: "pass",
});
