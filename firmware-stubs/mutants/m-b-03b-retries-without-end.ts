import { mutant } from "../mutant.ts";

/** Asks a card that cannot be read again and again. */
export const retriesWithoutEnd = mutant({
  id: "M-B-03b",
  layer: "ISO-DEP",
  title: { ja: "再送を際限なく求める", en: "the retries hardly end" },
  symptom: { ja: "読めないカードでリーダーが止まる", en: "a card that cannot be read holds the reader up" },
  source: "ours: neighbour of X22",
  caughtBy: "B-03",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, retries: 12 } }),
});
