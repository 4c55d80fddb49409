import { mutant } from "../mutant.ts";

/** Keeps the multiplier for all later blocks. */
export const timeForEver = mutant({
  id: "X23c",
  layer: "T=1",
  title: { ja: "延長が以後のブロックにも残る", en: "granted time stays for later blocks" },
  symptom: { ja: "カードの沈黙に長く気付かない", en: "a card that fell silent is noticed late" },
  source: "firmware-validation.md §9 X23: on the wrong block; X08 saw the like at CCID",
  caughtBy: "T1-15",
  slip: (good) => ({ ...good, t1: { ...good.t1, multiplierAfter: (multiplier) => multiplier } }),
});
