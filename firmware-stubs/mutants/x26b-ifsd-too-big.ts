import { mutant } from "../mutant.ts";

/** Tells FF, which no block can hold. */
export const ifsdTooBig = mutant({
  id: "X26b",
  layer: "T=1",
  title: { ja: "IFSDにFFを送る", en: "IFSD FF is sent" },
  symptom: { ja: "カードが拒むか、長い応答が欠ける", en: "the card refuses, or long answers are cut" },
  source: "firmware-validation.md §9 X26: the public driver negotiates",
  caughtBy: "T1-02",
  slip: (good) => ({ ...good, t1: { ...good.t1, announcedIfsd: () => 0xff } }),
});
