import { mutant } from "../mutant.ts";

/** Counts its blocks from 1. */
export const beginsWithOne = mutant({
  id: "M-T1-01",
  layer: "T=1",
  title: { ja: "N(S)を1から数える", en: "N(S) begins with 1" },
  symptom: { ja: "カードが最初のコマンドを受け付けない", en: "the card refuses the first command" },
  source: "thought out: a slip behind T1-01",
  caughtBy: "T1-01",
  slip: (good) => ({ ...good, t1: { ...good.t1, firstNumber: 1 } }),
});
