import { mutant } from "../mutant.ts";

/** Takes a frame whatever its LRC says. */
export const lrcNotChecked = mutant({
  id: "X03",
  layer: "serial",
  title: { ja: "LRCを照合しない", en: "the LRC is not checked" },
  symptom: { ja: "ビット誤りをデータとして受け入れる", en: "a bit error is accepted as data" },
  source: "firmware-validation.md §9 X03: the public driver logs it and goes on",
  caughtBy: "SR-01",
  slip: (good) => ({ ...good, line: { ...good.line, takesBadLrc: true } }),
});
