import { declareReader } from "../declare.ts";

/** Rounds a score up to the threshold. */
export const belowThresholdToo = declareReader({
  id: "reader/below-threshold-too",
  title: { ja: "しきい値未満を受け入れる", en: "accepts a face just below the threshold" },
  slip: { acceptsFace: (score, threshold) => score >= threshold - 5 },
  fails: { F11: ["reader/face-at-threshold"] },
});
