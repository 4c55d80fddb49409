import { pcscMutant } from "../mutant.ts";

/** Answers a reset with the ATR it remembers, and leaves the card its power. */
export const resetInNameOnly = pcscMutant({
  id: "M-PC-06",
  layer: "PC/SC",
  title: { ja: "リセットを要求してもカードに給電し続ける", en: "a reset is told, and the card keeps its power" },
  symptom: {
    ja: "前のソフトが照合した暗証番号の権限が次のソフトに残る",
    en: "the next program has the rights a PIN gave the one before",
  },
  source: "ours: neighbour of X46",
  caughtBy: "PC-06",
  slip: (good) => ({ ...good, resetsCard: false }),
});
