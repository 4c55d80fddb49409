import { mutant } from "../mutant.ts";

/** How often it tries. */
const RESYNCHS = 10;

/** Keeps asking a card for RESYNCH that does not answer. */
export const endlessResynch = mutant({
  id: "M-T1-24b",
  layer: "T=1",
  title: { ja: "RESYNCHを何度も繰り返す", en: "RESYNCH is sent again and again" },
  symptom: { ja: "応答のないカードで長く待たされる", en: "a card that does not answer is noticed late" },
  source: "thought out: a slip behind T1-24",
  caughtBy: "T1-24",
  slip: (good) => ({ ...good, t1: { ...good.t1, resynchs: RESYNCHS } }),
});
