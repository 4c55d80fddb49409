import { mutant } from "../mutant.ts";

/** Hands out the rest of an answer whose card is gone. */
export const restOutlivesCard = mutant({
  id: "M-AP-15",
  layer: "removal",
  title: { ja: "未送信の応答が抜去後も残る", en: "the rest of an answer outlives the card" },
  symptom: { ja: "前の人のデータの続きが返る", en: "the host gets the rest of the last patient's data" },
  source: "ours: neighbour of X45",
  caughtBy: "AP-15",
  slip: (good) => ({ ...good, power: { ...good.power, dropsRest: false } }),
});
