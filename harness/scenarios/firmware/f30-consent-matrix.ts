import { must, scenario } from "../../scenario.ts";

/** A thousand check-ins with consents and prescription by chance. */
export const f30 = scenario({
  id: "F30",
  title: { ja: "同意の組合せ（無作為1,000回）", en: "consent matrix, a thousand random choices" },
  underTest: "reader",
  expected: {
    ja: "結果の同意フラグが触れた内容と常に一致する",
    en: "the flags in the result are always those touched",
  },
  requires: ["R0-12", "X-10"],
  seed: 230,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    {
      step: "repeat",
      times: 1_000,
      steps: [{ step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: "by-chance" }],
    },
  ],
  checks: [must("reader/consents-as-touched"), must("reader/one-result-at-most"), must("reader/served-again")],
  expect: "pass",
});
