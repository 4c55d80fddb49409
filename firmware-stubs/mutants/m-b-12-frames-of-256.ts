import { mutant } from "../mutant.ts";

/** Does not look at the frame code of ATQB. */
export const framesOf256 = mutant({
  id: "M-B-12",
  layer: "ISO-DEP",
  title: { ja: "常に256バイトまで送る", en: "frames of up to 256 bytes whatever the card takes" },
  symptom: { ja: "短いフレームのカードが応答しない", en: "a card of short frames does not answer" },
  source: "ours: neighbour of X27",
  caughtBy: "B-12",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, infBytes: () => 253 } }),
});
