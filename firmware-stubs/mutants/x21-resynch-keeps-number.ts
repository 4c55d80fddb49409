import { mutant } from "../mutant.ts";

/** Goes on counting behind RESYNCH. */
export const resynchKeepsNumber = mutant({
  id: "X21",
  layer: "T=1",
  title: { ja: "RESYNCH後も番号を戻さない", en: "RESYNCH keeps the numbers" },
  symptom: { ja: "次のブロックが拒まれる", en: "the next block is refused" },
  source: "firmware-validation.md §9 X21: T=1 error handling of the public driver, repaired in 0.9.2 and 1.4.9",
  caughtBy: "T1-20",
  slip: (good) => ({ ...good, t1: { ...good.t1, numberAfterResynch: (number) => number } }),
});
