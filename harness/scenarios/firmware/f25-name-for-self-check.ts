import { must, scenario } from "../../scenario.ts";

/** Another person's name comes back; the patient sees it and says so. */
export const f25 = scenario({
  id: "F25",
  title: { ja: "お名前の確認と取消し", en: "name shown for self-check" },
  underTest: "reader",
  expected: {
    ja: "名前を表示し、「本人ではない」で中止して結果を残さない",
    en: "shows the name, and leaves no result when the patient cancels",
  },
  requires: ["R3-25", "R3-28"],
  seed: 225,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "wrongly-linked", methods: ["pin"], consents: ["drug"], notMe: true },
    { step: "check-in", visit: "V2", persona: "employee", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/not-me-leaves-nothing"), must("reader/served-again")],
  expect: "pass",
});
