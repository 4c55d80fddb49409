import { mutant } from "../mutant.ts";

/** Gives the card up at the first damaged frame. */
export const crcErrorIsRemoval = mutant({
  id: "X30",
  layer: "ISO-DEP",
  title: { ja: "CRC誤りを取り外しと見なす", en: "a CRC error counts as a removal" },
  symptom: { ja: "雑音でカードが「ない」とされる", en: "under noise the card is gone" },
  source: "firmware-validation.md §9 X30: ESPuino#448",
  caughtBy: "B-02",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, damagedFrame: "removal" } }),
});
