import { must, scenario } from "../../scenario.ts";

/** The result of a batch ends in the middle; it is fetched again under its reception number. */
export const c58 = scenario({
  id: "C58",
  title: { ja: "一括照会結果の欠損", en: "truncated bulk result" },
  expected: {
    ja: "欠けた結果を取り込まず、受付番号で取り直す",
    en: "rejects the cut file and fetches again by reception number",
  },
  requires: ["SYS-37", "X-04"],
  rules: ["3.5/insurance"],
  seed: 158,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000581" },
    { step: "known", persona: "pensioner", chart: "00000582" },
    { step: "inquire-batch", booked: [{ persona: "employee" }, { persona: "pensioner" }] },
    { step: "arm", armed: { fault: "result-truncated", params: { keepBytes: 300, times: 3 } } },
    { step: "fetch-batch" },
  ],
  checks: [
    must("exchange/unreadable-kept"),
    must("exchange/final-result-awaited"),
    must("eligibility/batch-rows-flagged"),
  ],
  expect: "pass",
});
