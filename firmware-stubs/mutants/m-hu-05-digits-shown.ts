import { mutant } from "../mutant.ts";

/** Shows what is typed. */
export const digitsShown = mutant({
  id: "M-HU-05",
  layer: "PIN",
  title: { ja: "入力した数字を画面に出す", en: "digits are on the screen" },
  symptom: { ja: "後ろの人に暗証番号が見える", en: "the next in line reads the PIN" },
  source: "ours: for firmware-validation.md §8 HU",
  caughtBy: "HU-05",
  slip: (good) => ({ ...good, pin: { ...good.pin, masked: (digits) => digits } }),
});
