import { mutant } from "../mutant.ts";

/** Tells the end of the aborted command by the number of the abort. */
export const abortWrongSequence = mutant({
  id: "X18b",
  layer: "CCID",
  title: {
    ja: "中止されたコマンドの応答に中止のbSeqを使う",
    en: "the aborted command ends with the bSeq of the abort",
  },
  symptom: {
    ja: "ホストが中止されたコマンドの終わりを待ち続ける",
    en: "the host goes on waiting for the command it gave up",
  },
  source: "firmware-validation.md §9 X18",
  caughtBy: "CC-13",
  slip: (good) => ({ ...good, command: { ...good.command, abortedSequence: (_running, abort) => abort } }),
});
