import { mutant } from "../mutant.ts";

/** Forgets the screen when the card goes. */
export const promptStays = mutant({
  id: "M-HU-03",
  layer: "removal",
  title: { ja: "取り外し後も入力画面のまま", en: "the prompt stays on the screen" },
  symptom: { ja: "次の人が前の人の画面に入力する", en: "the next person types into it" },
  source: "ours: for screen state after removal in firmware-validation.md §8",
  caughtBy: "HU-03",
  slip: (good) => ({ ...good, pin: { ...good.pin, restsAfterRemoval: false } }),
});
