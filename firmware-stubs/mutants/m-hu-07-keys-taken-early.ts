import { mutant } from "../mutant.ts";

/** Keeps keys for whoever is asked next. */
export const keysTakenEarly = mutant({
  id: "M-HU-07",
  layer: "PIN",
  title: { ja: "入力前のキーを次の入力に使う", en: "keys from before the prompt count" },
  symptom: { ja: "意図しない数字が混ざり、残りが減る", en: "digits nobody meant get into the PIN and burn a try" },
  source: "ours: for firmware-validation.md §8 HU",
  caughtBy: "HU-07",
  slip: (good) => ({ ...good, pin: { ...good.pin, takesKeysEarly: true } }),
});
