import { mutant } from "../mutant.ts";

/** Takes any first character. */
export const anyTs = mutant({
  id: "M-AP-13",
  layer: "power",
  title: { ja: "TSを確かめない", en: "TS is not looked at" },
  symptom: { ja: "雑音をATRとして扱う", en: "noise is taken for an ATR" },
  source: "ours: firmware-validation.md §1.2 F8, §9 (the card may be wrong)",
  caughtBy: "AP-13",
  slip: (good) => ({ ...good, power: { ...good.power, checksTs: false } }),
});
