import { mutant } from "../mutant.ts";

/** Takes S(WTX) for a block it does not know. */
export const wtxNotAnswered = mutant({
  id: "X29a",
  layer: "ISO-DEP",
  title: { ja: "S(WTX)に応答しない", en: "S(WTX) is not answered" },
  symptom: { ja: "時間のかかるコマンドでカードとの通信が切れる", en: "the card is dropped during a long command" },
  source: "firmware-validation.md §9 X29 (knowledge of the standard)",
  caughtBy: "B-04",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, grantsWaitingTime: () => false } }),
});
