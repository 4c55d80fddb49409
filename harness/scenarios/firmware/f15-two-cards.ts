import { must, scenario } from "../../scenario.ts";

/** Two cards lie in the field at once; then one of them alone. */
export const f15 = scenario({
  id: "F15",
  title: { ja: "カードの2枚置き", en: "two cards in the field" },
  underTest: "reader",
  expected: {
    ja: "メッセージを出し、どちらのカードも処理しない",
    en: "shows a message and works with neither card",
  },
  requires: ["X-04", "X-10"],
  seed: 215,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "two-cards" }],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/unfelt-card-opens-nothing"), must("reader/served-again")],
  expect: "pass",
});
