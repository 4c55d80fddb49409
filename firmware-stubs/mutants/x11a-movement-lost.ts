import { mutant } from "../mutant.ts";

/** Tells no movement. */
export const movementLost = mutant({
  id: "X11a",
  layer: "CCID",
  title: { ja: "カードの動きを通知しない", en: "movements are not told" },
  symptom: { ja: "アプリが抜かれたカードを使い続ける", en: "an application goes on with a card that is gone" },
  source: "firmware-validation.md §9 X11: pyscard issue 63, OpenSC pull request 1875",
  caughtBy: "CC-14",
  slip: (good) => ({ ...good, line: { ...good.line, notice: () => [] } }),
});
