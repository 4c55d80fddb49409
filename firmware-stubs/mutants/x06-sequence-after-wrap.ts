import { mutant } from "../mutant.ts";

/** Counts on after FF instead of going back to 00. */
export const sequenceAfterWrap = mutant({
  id: "X06",
  layer: "CCID",
  title: { ja: "折り返し後のbSeqが誤り", en: "bSeq is wrong after it ran over" },
  symptom: { ja: "ホストが古い応答を使う", en: "the host uses a stale answer" },
  source: "firmware-validation.md §9 X06: the public driver counts duplicate frames",
  caughtBy: "CC-03",
  slip: (good) => ({
    ...good,
    command: { ...good.command, answerSequence: (asked) => (asked === 0 ? 1 : asked) },
  }),
});
