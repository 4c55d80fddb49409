import { mutant } from "../mutant.ts";

/** Answers S(IFS request) with what it takes itself. */
export const otherIfsAnswered = mutant({
  id: "M-T1-03",
  layer: "T=1",
  title: { ja: "S(IFS応答)に自分のIFSDを入れる", en: "S(IFS response) holds the own IFSD" },
  symptom: { ja: "カードが応答を拒み、やり直しになる", en: "the card refuses the response and asks again" },
  source: "thought out: a slip behind T1-03",
  caughtBy: "T1-03",
  slip: (good) => ({ ...good, t1: { ...good.t1, ifsAnswer: () => Uint8Array.of(0xfe) } }),
});
