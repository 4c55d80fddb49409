import { must, scenario } from "../../scenario.ts";

/** The cable is pulled before the result is made, then after it: the terminal wrote a file and the reader never heard of it. */
export const f20 = scenario({
  id: "F20",
  title: {
    ja: "リーダーと端末の間の切断（結果の前・後）",
    en: "cable to the terminal cut before and after the result",
  },
  underTest: "reader",
  expected: {
    ja: "結果は多くとも1件で、つなぎ直せば再起動なしで受け付ける",
    en: "one result at most; goes on without a restart once the cable is back",
  },
  requires: ["X-04", "X-10"],
  seed: 220,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "arm", armed: { fault: "reader-link-cut", params: { at: "request" } } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
    { step: "repair", fault: "reader-link-cut" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
    { step: "arm", armed: { fault: "reader-link-cut", params: { at: "answer" } } },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] },
    { step: "repair", fault: "reader-link-cut" },
    { step: "check-in", visit: "V3", persona: "pensioner", methods: ["pin"], consents: [] },
  ],
  checks: [must("reader/one-result-at-most"), must("reader/served-again")],
  expect: "pass",
});
