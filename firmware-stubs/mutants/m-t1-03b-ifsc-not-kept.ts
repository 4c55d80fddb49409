import { mutant } from "../mutant.ts";

/** Agrees to smaller blocks and goes on with large ones. */
export const ifscNotKept = mutant({
  id: "M-T1-03b",
  layer: "T=1",
  title: { ja: "新しいIFSCを保存しない", en: "the new IFSC is not kept" },
  symptom: { ja: "カードのバッファが溢れる", en: "the buffer of the card overflows" },
  source: "thought out: a slip behind T1-03",
  caughtBy: "T1-03",
  slip: (good) => ({ ...good, t1: { ...good.t1, ifscAfter: (current) => current } }),
});
