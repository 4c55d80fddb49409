import { pcscMutant } from "../mutant.ts";

const HELD_BYTES = 8;

/** Holds eight bytes of an ATR and no more. */
export const shortAtr = pcscMutant({
  id: "M-PC-01b",
  layer: "PC/SC",
  title: { ja: "ATRが8バイトで切れる", en: "the ATR is cut at eight bytes" },
  symptom: {
    ja: "ATRで見分けるソフトがカードを見誤る",
    en: "software that goes by the ATR takes the card for another",
  },
  source: "ours: neighbour of X34",
  caughtBy: "PC-01",
  slip: (good) => ({ ...good, atr: (cards) => cards.slice(0, HELD_BYTES) }),
});
