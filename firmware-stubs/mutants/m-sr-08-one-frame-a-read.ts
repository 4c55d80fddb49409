import { mutant } from "../mutant.ts";

/** Takes one frame of a read and drops what is behind it. */
export const oneFrameARead = mutant({
  id: "M-SR-08",
  layer: "serial",
  title: { ja: "1回の読み出しで1フレームしか処理しない", en: "one frame of a read is dealt with" },
  symptom: {
    ja: "まとめて届いた2つ目のコマンドに応答がない",
    en: "the second of two commands that came together gets no answer",
  },
  source: "our own; firmware-validation.md §2 (receiver)",
  caughtBy: "SR-08",
  slip: (good) => ({ ...good, line: { ...good.line, takesSeveralFrames: false } }),
});
