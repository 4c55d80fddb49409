import { mutant } from "../mutant.ts";

/** Does not answer S(ABORT request). */
export const abortNotConfirmed = mutant({
  id: "M-T1-19",
  layer: "T=1",
  title: { ja: "S(ABORT要求)に応答しない", en: "S(ABORT request) is not answered" },
  symptom: { ja: "カードが応答を待ち続ける", en: "the card waits for a response that never comes" },
  source: "thought out: a slip behind T1-19",
  caughtBy: "T1-19",
  slip: (good) => ({ ...good, t1: { ...good.t1, confirmsAbort: false } }),
});
