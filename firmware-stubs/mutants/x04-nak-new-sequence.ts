import { mutant } from "../mutant.ts";

/** Counts bSeq on when it sends a frame again. */
export const nakNewSequence = mutant({
  id: "X04",
  layer: "serial",
  title: { ja: "再送時にbSeqを進める", en: "a frame is sent again with a new bSeq" },
  symptom: { ja: "ホストが古いbSeqを待ち続ける", en: "the host goes on waiting for the old number" },
  source: "firmware-validation.md §9 X04",
  caughtBy: "SR-02",
  slip: (good) => ({
    ...good,
    line: { ...good.line, again: (last) => ({ ...last, sequence: (last.sequence + 1) & 0xff }) },
  }),
});
