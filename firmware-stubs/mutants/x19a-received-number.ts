import { mutant } from "../mutant.ts";

/** Puts the number of the last block into R instead of the awaited one. */
export const receivedNumber = mutant({
  id: "X19a",
  layer: "T=1",
  title: { ja: "N(R)に受信済みの番号を入れる", en: "N(R) is the number received, not awaited" },
  symptom: { ja: "Rブロックの応酬が終わらない", en: "R blocks go back and forth without end" },
  source: "firmware-validation.md §9 X19: issue 72 of the public driver, a loop that never ended",
  caughtBy: "T1-05",
  slip: (good) => ({ ...good, t1: { ...good.t1, complaintNumber: (awaited) => (awaited === 0 ? 1 : 0) } }),
});
