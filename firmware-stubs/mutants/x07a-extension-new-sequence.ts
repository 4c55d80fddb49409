import { mutant } from "../mutant.ts";

/** Counts bSeq on for a time extension. */
export const extensionNewSequence = mutant({
  id: "X07a",
  layer: "CCID",
  title: { ja: "時間延長のbSeqを進める", en: "a time extension has a new bSeq" },
  symptom: { ja: "ホストが延長に気づかず時間切れとする", en: "the host drops it as stale and runs out of time" },
  source: "firmware-validation.md §9 X07: the public driver loops on it",
  caughtBy: "CC-11",
  slip: (good) => ({ ...good, command: { ...good.command, extensionSequence: (asked) => (asked + 1) & 0xff } }),
});
