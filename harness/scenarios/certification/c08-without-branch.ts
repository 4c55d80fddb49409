import { must, scenario } from "../../scenario.ts";

/** The clerk leaves the branch number out; the answer brings it. */
export const c08 = scenario({
  id: "C08",
  title: { ja: "枝番なしの照会", en: "inquiry without branch number" },
  expected: { ja: "資格有効性1の回答の枝番を保存する", en: "stores the branch number of the valid answer" },
  requires: ["R0-15", "R1-43"],
  rules: ["3.3/4"],
  seed: 108,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000108" },
    { step: "reception", visit: "V1", persona: "employee", chart: "00000108" },
    { step: "inquiry", visit: "V1", persona: "employee", withoutBranch: true },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [
    must("eligibility/branch-stored"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/requests-well-formed"),
  ],
  expect: "pass",
});
