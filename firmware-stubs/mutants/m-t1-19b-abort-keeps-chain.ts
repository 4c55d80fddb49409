import { mutant } from "../mutant.ts";

/** Confirms the end of a chain and goes on with it. */
export const abortKeepsChain = mutant({
  id: "M-T1-19b",
  layer: "T=1",
  title: { ja: "打ち切られたチェーンを続ける", en: "a chain that was broken off goes on" },
  symptom: { ja: "打ち切った応答がホストへ渡る", en: "an answer the card dropped goes to the host" },
  source: "thought out: a slip behind T1-19",
  caughtBy: "T1-19",
  slip: (good) => ({ ...good, t1: { ...good.t1, abortEndsChain: false } }),
});
