import { mutant } from "../mutant.ts";

/** Never sends WUPB. */
export const blindToHalt = mutant({
  id: "X31",
  layer: "ISO-DEP",
  title: { ja: "REQBだけでカードを探す", en: "cards are looked for with REQB alone" },
  symptom: { ja: "HALTのカードが二度と見つからない", en: "a card left in HALT is never seen again" },
  source: "firmware-validation.md §9 X31: ESPuino#448, #444",
  caughtBy: "B-06",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, wakesBy: "REQB" } }),
});
