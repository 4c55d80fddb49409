import { must, scenario } from "../../scenario.ts";

/** A hundred booked patients, most of them valid; one lost, one with a newer insurance, one nobody knows, two on aid. */
export const c30 = scenario({
  id: "C30",
  title: { ja: "100人の一括照会", en: "bulk inquiry about 100 patients" },
  expected: {
    ja: "行ごとの資格有効性を取り込み、1以外の行すべてに受付時の再確認の印を付ける",
    en: "takes the validity of each row and flags every row that is not 1 for reception",
  },
  requires: ["R0-17", "R0-18", "R1-21", "SYS-37", "SYS-08", "R1-19"],
  rules: [
    "3.5/insurance",
    "3.5/aid",
    "3.4/with-ticket",
    "3.4/designated-elsewhere",
    "3.3/2",
    "3.3/4",
    "3.3/5",
    "3.3/6",
    "3.5/limit-unknown",
  ],
  seed: 130,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000301" },
    { step: "known", persona: "job-leaver", chart: "00000302" },
    { step: "known", persona: "job-changer", chart: "00000303", insuredAs: "former" },
    { step: "known", persona: "never-fed", chart: "00000304" },
    { step: "known", persona: "aid-alone", chart: "00000305" },
    { step: "known", persona: "aid-elsewhere", chart: "00000306" },
    {
      step: "inquire-batch",
      booked: [
        { persona: "employee" },
        { persona: "job-leaver" },
        { persona: "job-changer", insuredAs: "former" },
        { persona: "never-fed" },
        { persona: "aid-alone", by: "ticket" },
        { persona: "aid-elsewhere", by: "ticket" },
      ],
      others: 94,
    },
    { step: "fetch-batch" },
  ],
  checks: [must("eligibility/batch-rows-flagged"), must("exchange/final-result-awaited")],
  expect: "pass",
});
