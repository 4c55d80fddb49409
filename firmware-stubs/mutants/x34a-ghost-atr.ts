import { mutant } from "../mutant.ts";

/** Keeps the ATR of the card that went. */
export const ghostAtr = mutant({
  id: "X34a",
  layer: "ISO-DEP",
  title: { ja: "取り外し後もATRが残る", en: "the ATR stays after the removal" },
  symptom: { ja: "前の人のカードがあるように見える", en: "the last card seems to be there still" },
  source: "firmware-validation.md §9 X34: ifdnlnfc#3",
  caughtBy: "B-10",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, atrAfterRemoval: (last) => last } }),
});
