import { mutant } from "../mutant.ts";

/** Answers IccPowerOn of a powered card with the ATR it remembers. */
export const noReset = mutant({
  id: "X46",
  layer: "power",
  title: { ja: "通電中のIccPowerOnでリセットしない", en: "power-on without reset" },
  symptom: { ja: "前の照合や選択が残る", en: "what was verified before stays verified" },
  source: "firmware-validation.md §9 X46",
  caughtBy: "AP-11",
  slip: (good) => ({ ...good, power: { ...good.power, resetsPoweredCard: false } }),
});
