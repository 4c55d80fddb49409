import { mutant } from "../mutant.ts";

/** Waits for the rest of a frame for ever. */
export const noGapTimer = mutant({
  id: "M-SR-07",
  layer: "serial",
  title: { ja: "フレーム途中で待ち続ける", en: "a frame that stands still is never broken off" },
  symptom: { ja: "1バイト失うと次のコマンドも失われる", en: "a lost byte costs the next command too" },
  source: "our own; firmware-validation.md §2: a gap over 100 ms",
  caughtBy: "SR-07",
  slip: (good) => ({ ...good, line: { ...good.line, gapMs: Number.POSITIVE_INFINITY } }),
});
