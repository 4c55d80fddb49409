import { mutant } from "../mutant.ts";

/** Takes an ATR whatever its check character. */
export const anyTck = mutant({
  id: "M-AP-14",
  layer: "power",
  title: { ja: "TCKを確かめない", en: "TCK is not checked" },
  symptom: { ja: "壊れたATRでT=1の値を決めてしまう", en: "T=1 is set up by a damaged ATR" },
  source: "ours: firmware-validation.md §1.2 F7, §9 (the card may be wrong)",
  caughtBy: "AP-14",
  slip: (good) => ({ ...good, power: { ...good.power, checksTck: false } }),
});
