import { must, scenario } from "../../scenario.ts";

/** A chip that asks for more time before every answer. */
export const f07 = scenario({
  id: "F07",
  title: { ja: "応答の遅いICチップ", en: "slow chip" },
  underTest: "reader",
  expected: {
    ja: "待ち時間の延長に応じ、受付を終える",
    en: "grants the waiting time and ends the check-in well",
  },
  requires: ["X-04"],
  seed: 207,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "slow-chip", params: { extensions: 2 } }],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
    { step: "repair", fault: "slow-chip" },
    { step: "arm", armed: { fault: "slow-chip", params: { extensions: 10 } } },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
  ],
  checks: [must("reader/slow-chip-waited-for"), must("reader/served-again")],
  expect: "pass",
});
