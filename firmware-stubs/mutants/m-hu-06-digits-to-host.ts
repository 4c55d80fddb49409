import { ascii, concat } from "../../simulator/kernel/bytes.ts";
import { mutant } from "../mutant.ts";

/** Puts the digits before the card's answer. */
export const digitsToHost = mutant({
  id: "M-HU-06",
  layer: "PIN",
  title: { ja: "数字をホストへ返す", en: "digits go to the host" },
  symptom: { ja: "暗証番号が端末に渡る", en: "the terminal gets to know the PIN" },
  source: "ours: for firmware-validation.md §8 HU",
  caughtBy: "HU-06",
  slip: (good) => ({ ...good, pin: { ...good.pin, result: (response, digits) => concat(ascii(digits), response) } }),
});
