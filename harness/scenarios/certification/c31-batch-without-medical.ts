import { MINUTE_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** Booked patients were asked about in a batch; a doctor wants to see drugs before the patient comes with the card. */
export const c31 = scenario({
  id: "C31",
  title: { ja: "一括照会からは医療情報を要求しない", en: "a batch gives no medical information" },
  expected: {
    ja: "一括照会や番号照会の結果からは医療情報を要求しない（要求しても中央が拒否する）",
    en: "makes no medical request from results of a batch or by number: the centre would refuse",
  },
  requires: ["R0-19", "R1-06", "R1-33", "SYS-37"],
  seed: 131,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["5/without-card"],
  steps: [
    { step: "known", persona: "well-documented", chart: "00000031" },
    { step: "inquire-batch", booked: [{ persona: "well-documented" }], daysAhead: 0 },
    { step: "wait", ms: 2 * MINUTE_MS },
    { step: "fetch-batch" },
    { step: "reception", visit: "V1", persona: "well-documented", chart: "00000031" },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "inquiry", visit: "V1", persona: "well-documented" },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "view-medical", visit: "V1", kind: "checkup" },
  ],
  checks: [must("consent/only-consented-requested")],
  expect: "pass",
});
