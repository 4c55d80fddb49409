import { mutant } from "../mutant.ts";

/** Asks once. */
export const oneMissedPoll = mutant({
  id: "X33",
  layer: "ISO-DEP",
  title: { ja: "1回の未応答で取り外しとする", en: "one missed poll is a removal" },
  symptom: { ja: "カードを置いたまま画面が戻る", en: "the screen resets though the card lies there" },
  source: "firmware-validation.md §9 X33: ESPuino#444",
  caughtBy: "B-08",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, presenceTries: 1 } }),
});
