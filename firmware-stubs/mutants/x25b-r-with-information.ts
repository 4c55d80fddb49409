import { mutant } from "../mutant.ts";

/** Looks past the INF of an R block. */
export const rWithInformation = mutant({
  id: "X25b",
  layer: "T=1",
  title: { ja: "INFのあるRブロックを受け付ける", en: "R blocks with INF are accepted" },
  symptom: { ja: "壊れたブロックで先に進む", en: "a broken block moves the chain on" },
  source: "firmware-validation.md §9 X25: the public driver rejects it",
  caughtBy: "T1-08",
  slip: (good) => ({ ...good, t1: { ...good.t1, tolerates: (defect) => defect === "r-length" } }),
});
