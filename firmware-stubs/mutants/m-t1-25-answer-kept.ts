import { mutant } from "../mutant.ts";

/** Joins what came before RESYNCH to the answer that comes behind it. */
export const answerKept = mutant({
  id: "M-T1-25",
  layer: "T=1",
  title: { ja: "RESYNCH前の応答の断片を残す", en: "pieces of the answer outlast RESYNCH" },
  symptom: { ja: "応答の先頭が二重になる", en: "the beginning of the answer comes twice" },
  source: "found by a second implementation: no check saw it",
  caughtBy: "T1-25",
  slip: (good) => ({ ...good, t1: { ...good.t1, keptAtResynch: (pieces) => pieces } }),
});
