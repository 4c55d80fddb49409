import { mutant } from "../mutant.ts";

/** Says yes to every rate. */
export const anyRate = mutant({
  id: "M-CC-19",
  layer: "CCID",
  title: { ja: "どの速度にも設定できたと答える", en: "every rate is told as set" },
  symptom: { ja: "ホストとカードの速度が合わなくなる", en: "host and card go apart in speed" },
  source: "our own; firmware-validation.md §1.3: bNumDataRatesSupported",
  caughtBy: "CC-19",
  slip: (good) => ({ ...good, command: { ...good.command, setsRate: () => true } }),
});
