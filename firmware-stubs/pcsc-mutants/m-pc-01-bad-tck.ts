import { pcscMutant } from "../mutant.ts";

const withWrongTck = (atr: Uint8Array): Uint8Array => atr.with(-1, (atr.at(-1) ?? 0) ^ 0x01);

/** Builds the ATR of a contactless card and sums it up wrongly. */
export const badTck = pcscMutant({
  id: "M-PC-01",
  layer: "PC/SC",
  title: { ja: "ATRのTCKが誤り", en: "the ATR ends in a wrong TCK" },
  symptom: { ja: "ATRを検査するソフトがカードを拒む", en: "software that checks the ATR refuses the card" },
  source: "ours: neighbour of X34",
  caughtBy: "PC-01",
  slip: (good) => ({ ...good, atr: withWrongTck }),
});
