import { mutant } from "../mutant.ts";

/** Keeps what was typed when the card goes. */
export const pinKeptAfterRemoval = mutant({
  id: "X40",
  layer: "PIN",
  title: {
    ja: "取り外し後も暗証番号を保持し、次のカードに使う",
    en: "the PIN is kept after removal and used for the next card",
  },
  symptom: {
    ja: "次の人のカードが前の人の入力で照合される",
    en: "the next card is opened, or blocked, with another person's digits",
  },
  source: "firmware-validation.md §9 X40",
  caughtBy: "HU-02",
  slip: (good) => ({ ...good, pin: { ...good.pin, wipes: (end) => end !== "card-gone" } }),
});
