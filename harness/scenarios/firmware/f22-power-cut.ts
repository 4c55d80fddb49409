import { must, type Step, scenario } from "../../scenario.ts";

/** S00, S01, S02, S03b, the call that confirms, S04, S05, S07, the call that concludes, S09. */
const STATES = 10;

/** One check-in for each state, in which power goes there. */
const cutAtEach = (states: number): readonly Step[] =>
  Array.from({ length: states }, (_, state): readonly Step[] => [
    { step: "arm", armed: { fault: "reader-power-cut", params: { state } } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug", "care"] },
    { step: "repair", fault: "reader-power-cut" },
  ]).flat();

/** Power goes at each state of a check-in, one patient after another. */
export const f22 = scenario({
  id: "F22",
  title: { ja: "各状態での停電", en: "power cut at each state" },
  underTest: "reader",
  expected: {
    ja: "待受画面で起動し、前の画面の情報を表示しない",
    en: "boots to idle and shows nothing of what was there before",
  },
  requires: ["X-04", "X-10"],
  seed: 222,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    ...cutAtEach(STATES),
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: [] },
  ],
  checks: [
    must("reader/boots-to-idle"),
    must("reader/one-result-at-most"),
    must("reader/consents-as-touched"),
    must("reader/served-again"),
  ],
  expect: "pass",
});
