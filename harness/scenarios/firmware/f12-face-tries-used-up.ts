import { must, scenario } from "../../scenario.ts";

/** Nobody's face matches: a mask, then a stranger's score; the reader offers PIN and visual check. */
export const f12 = scenario({
  id: "F12",
  title: { ja: "顔認証の試行回数を使い切る", en: "face tries used up" },
  underTest: "reader",
  expected: {
    ja: "決まった回数で打ち切り、暗証番号か目視に切り替える",
    en: "stops after its tries and goes over to PIN or visual check",
  },
  requires: ["R1-03"],
  seed: 212,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    {
      step: "check-in",
      visit: "V1",
      persona: "employee",
      methods: ["face", "pin"],
      consents: ["drug"],
      face: "masked",
    },
    { step: "arm", armed: { fault: "face-score", params: { score: 10 } } },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face", "visual"], consents: ["drug"] },
    { step: "repair", fault: "face-score" },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
  ],
  checks: [must("reader/face-tries-bounded"), must("reader/failed-way-closes"), must("reader/served-again")],
  expect: "pass",
});
