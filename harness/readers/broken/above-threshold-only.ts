import { declareReader } from "../declare.ts";

/** Wants more than the threshold. */
export const aboveThresholdOnly = declareReader({
  id: "reader/above-threshold-only",
  title: { ja: "しきい値ちょうどを拒否する", en: "refuses a face at the threshold" },
  slip: { acceptsFace: (score, threshold) => score > threshold },
  fails: { F11: ["reader/face-at-threshold"] },
});
