import { mutant } from "../mutant.ts";

/** Takes any I block for the answer. */
export const anyNumber = mutant({
  id: "M-T1-06",
  layer: "T=1",
  title: { ja: "N(S)を照合しない", en: "N(S) is not compared" },
  symptom: {
    ja: "前のコマンドの応答を今の結果として渡す",
    en: "the answer to an earlier command becomes the result of this one",
  },
  source: "thought out: a slip behind T1-06",
  caughtBy: "T1-06",
  slip: (good) => ({ ...good, t1: { ...good.t1, acceptsNumber: () => true } }),
});
