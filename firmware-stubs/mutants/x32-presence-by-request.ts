import { mutant } from "../mutant.ts";

/** Asks an active card as if it were an idle one. */
export const presenceByRequest = mutant({
  id: "X32",
  layer: "ISO-DEP",
  title: { ja: "在席確認にWUPBを使う", en: "presence is asked by WUPB" },
  symptom: { ja: "活性中のカードは答えず、外れたと誤る", en: "an active card does not answer, and a removal is told" },
  source: "firmware-validation.md §9 X32: ESPuino#444",
  caughtBy: "B-06",
  slip: (good) => ({
    ...good,
    pcd: { ...good.pcd, presence: () => ({ kind: "WUPB", afi: 0, slots: 1, extendedAtqb: false }) },
  }),
});
