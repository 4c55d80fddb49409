import { mutant } from "../mutant.ts";

/** Ends the chain one block early when the rest fills two blocks. */
export const lastBlockLost = mutant({
  id: "X27",
  layer: "T=1",
  title: { ja: "残りがIFSCの倍数のとき最後のブロックが欠ける", en: "the last block is lost where the rest fills two" },
  symptom: { ja: "コマンドが途中で切れる", en: "the command arrives cut" },
  source: "firmware-validation.md §9 X27: rules of the protocol",
  caughtBy: "T1-10",
  slip: (good) => ({
    ...good,
    t1: { ...good.t1, more: (leftBytes, ifsc) => leftBytes > ifsc && leftBytes !== 2 * ifsc },
  }),
});
