import { mutant } from "../mutant.ts";

/** Shows the last digit until the next one comes. */
export const lastDigitShown = mutant({
  id: "M-HU-05b",
  layer: "PIN",
  title: { ja: "最後の1桁を画面に出す", en: "the last digit is on the screen" },
  symptom: { ja: "1桁ずつ暗証番号が見える", en: "the PIN can be read digit by digit" },
  source: "ours: neighbour of M-HU-05",
  caughtBy: "HU-05",
  slip: (good) => ({
    ...good,
    pin: { ...good.pin, masked: (digits) => digits.slice(-1).padStart(digits.length, "*") },
  }),
});
