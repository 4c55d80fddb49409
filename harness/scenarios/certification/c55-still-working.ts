import { must, scenario } from "../../scenario.ts";

/** The job takes longer than the first fetches: "still working" twice, then the result. */
export const c55 = scenario({
  id: "C55",
  title: { ja: "処理中ののち最終結果", en: "still working, then the final result" },
  expected: {
    ja: "処理中の間は待って取り直し、最終結果だけを取り込む",
    en: "waits and fetches again while the job is under way, and imports the final result only",
  },
  requires: ["R0-17", "SYS-37"],
  rules: ["3.5/insurance"],
  seed: 155,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000551" },
    { step: "known", persona: "pensioner", chart: "00000552" },
    { step: "inquire-batch", booked: [{ persona: "employee" }, { persona: "pensioner" }] },
    { step: "fetch-batch" },
  ],
  checks: [must("exchange/final-result-awaited"), must("eligibility/batch-rows-flagged")],
  expect: "pass",
});
