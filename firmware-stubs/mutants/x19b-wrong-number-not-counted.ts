import { mutant } from "../mutant.ts";

/** Asks for ever when the card keeps to the wrong number. */
export const wrongNumberNotCounted = mutant({
  id: "X19b",
  layer: "T=1",
  title: { ja: "誤った番号の応答を再試行に数えない", en: "an answer with the wrong number is no try" },
  symptom: { ja: "Rブロックの応酬が終わらない", en: "R blocks go back and forth without end" },
  source: "firmware-validation.md §9 X19: issue 72 of the public driver, a loop that never ended",
  caughtBy: "T1-05",
  slip: (good) => ({ ...good, t1: { ...good.t1, countsAsTry: (slip) => slip !== "wrong-number" } }),
});
