import { mutant } from "../mutant.ts";

/** Reads the card that was heard first. */
export const firstOfTwo = mutant({
  id: "M-B-01",
  layer: "ISO-DEP",
  title: { ja: "2枚のうち1枚を選ぶ", en: "the first of two cards is chosen" },
  symptom: { ja: "別の患者のカードを読む", en: "the card of somebody else is read" },
  source: "ours: requirements F15",
  caughtBy: "B-01",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, twoCards: (first) => first ?? "collision" } }),
});
