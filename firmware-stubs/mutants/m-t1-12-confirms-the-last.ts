import { mutant } from "../mutant.ts";

/** Confirms a piece with its own number. */
export const confirmsTheLast = mutant({
  id: "M-T1-12",
  layer: "T=1",
  title: { ja: "受け取った番号で確認する", en: "a piece is confirmed with its own number" },
  symptom: { ja: "カードが同じブロックを送り続ける", en: "the card sends the same block again and again" },
  source: "thought out: a slip behind T1-12",
  caughtBy: "T1-12",
  slip: (good) => ({ ...good, t1: { ...good.t1, confirmationNumber: (awaited) => (awaited === 0 ? 1 : 0) } }),
});
