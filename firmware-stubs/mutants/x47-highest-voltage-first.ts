import { mutant } from "../mutant.ts";

/** Begins with 5 V. */
export const highestVoltageFirst = mutant({
  id: "X47",
  layer: "power",
  title: { ja: "5 Vから始める", en: "power begins with 5 V" },
  symptom: { ja: "低電圧カードが壊れるか応答しない", en: "a card for low voltage is damaged or stays mute" },
  source: "firmware-validation.md §9 X47: the public driver's order of retries",
  caughtBy: "CC-04",
  slip: (good) => ({ ...good, power: { ...good.power, voltageOrder: [1, 2, 3] } }),
});
