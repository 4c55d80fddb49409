import { must, scenario } from "../../scenario.ts";

/** Scores one below the threshold, at it, and one above; then the same of life, with a face that matches. */
export const f11 = scenario({
  id: "F11",
  title: { ja: "顔照合スコアのしきい値前後", en: "face score around the threshold" },
  underTest: "reader",
  expected: {
    ja: "照合も生体も、しきい値未満は拒否し、以上は受け入れ、スコアが記録に残る",
    en: "refuses below the thresholds of match and life, accepts at them and above; the scores are in the trace",
  },
  requires: ["R1-03"],
  seed: 211,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "arm", armed: { fault: "face-score", params: { score: 599 } } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face", "pin"], consents: ["drug"] },
    { step: "repair", fault: "face-score" },
    { step: "arm", armed: { fault: "face-score", params: { score: 600 } } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: ["drug"] },
    { step: "repair", fault: "face-score" },
    { step: "arm", armed: { fault: "face-score", params: { score: 601 } } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: ["drug"] },
    { step: "repair", fault: "face-score" },
    {
      step: "check-in",
      visit: "V2",
      persona: "colleague",
      methods: ["face", "pin"],
      consents: ["drug"],
      faceScores: [{ live: 499 }],
    },
    {
      step: "check-in",
      visit: "V2",
      persona: "colleague",
      methods: ["face"],
      consents: ["drug"],
      faceScores: [{ live: 500 }],
    },
  ],
  checks: [
    must("reader/face-at-threshold"),
    must("reader/no-face-without-life"),
    must("reader/failed-way-closes"),
    must("reader/served-again"),
  ],
  expect: "pass",
});
