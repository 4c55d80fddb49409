import { mutant } from "../mutant.ts";

/** Asks for a lost S response with an R block. */
export const rForLostSResponse = mutant({
  id: "M-T1-26",
  layer: "T=1",
  title: { ja: "S応答の欠落をRブロックで求める", en: "a lost S response is asked for with an R block" },
  symptom: {
    ja: "カードが前のIブロックを再送し、RESYNCHが成立しない",
    en: "the card repeats an I block, and RESYNCH never comes about",
  },
  source: "found by a second implementation: no check saw it",
  caughtBy: "T1-26",
  slip: (good) => ({ ...good, t1: { ...good.t1, repeatsRequests: false } }),
});
