import { mutant } from "../mutant.ts";

/** Tells every movement twice. */
export const movementDoubled = mutant({
  id: "X11b",
  layer: "CCID",
  title: { ja: "カードの動きを2回通知する", en: "movements are told twice" },
  symptom: { ja: "アプリがカードの入れ替えと誤認する", en: "an application believes that the card was changed" },
  source: "firmware-validation.md §9 X11: pyscard issue 63, OpenSC pull request 1875",
  caughtBy: "CC-14",
  slip: (good) => ({
    ...good,
    line: {
      ...good.line,
      notice: (slot, present) => [...good.line.notice(slot, present), ...good.line.notice(slot, present)],
    },
  }),
});
