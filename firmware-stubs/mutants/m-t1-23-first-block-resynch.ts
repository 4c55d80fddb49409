import { mutant } from "../mutant.ts";

/** Tries RESYNCH before a session has begun, and leaves the card its power. */
export const firstBlockResynch = mutant({
  id: "M-T1-23",
  layer: "T=1",
  title: { ja: "最初のブロックの失敗後も電源を切らない", en: "the card keeps its power when the first block failed" },
  symptom: { ja: "差し間違えたカードに電源が入ったままになる", en: "a card that does not answer stays powered" },
  source: "thought out: a slip behind T1-23",
  caughtBy: "T1-23",
  slip: (good) => ({ ...good, t1: { ...good.t1, firstBlockFails: "resynch" } }),
});
