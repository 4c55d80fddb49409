import { mutant } from "../mutant.ts";

/** Goes on with the next card as if it were the last one. */
export const sessionOutlivesCard = mutant({
  id: "M-AP-12",
  layer: "removal",
  title: { ja: "カード交換後も前のセッションが続く", en: "the session outlives the card" },
  symptom: { ja: "次の人のカードへ前の人の続きが送られる", en: "the next card gets what was meant for the one before" },
  source: "ours: neighbour of X45",
  caughtBy: "AP-12",
  slip: (good) => ({ ...good, power: { ...good.power, forgetsOnRemoval: false } }),
});
