import { mutant } from "../mutant.ts";

/** PCB from here on: R and S blocks. */
const FIRST_R_BLOCK = 0x80;

/** Checks the EDC of I blocks and of no others. */
export const edcOfIBlocksOnly = mutant({
  id: "M-T1-09",
  layer: "T=1",
  title: { ja: "R・SブロックのEDCを照合しない", en: "the EDC of R and S blocks is not checked" },
  symptom: { ja: "ビット誤りで確認や延長が成立する", en: "a bit error confirms a piece, or grants time" },
  source: "thought out: a slip behind T1-09",
  caughtBy: "T1-09",
  slip: (good) => ({
    ...good,
    t1: { ...good.t1, tolerates: (defect, pcb) => defect === "edc" && pcb >= FIRST_R_BLOCK },
  }),
});
