import { mutant } from "../mutant.ts";

/** Begins the third part of an answer with the end of the second. */
export const partRepeated = mutant({
  id: "X13b",
  layer: "CCID",
  title: { ja: "3つ目以降の部分で1バイト重複する", en: "a byte of a long answer is given twice" },
  symptom: { ja: "証明書が壊れる", en: "a certificate is broken" },
  source: "firmware-validation.md §9 X13: CCID issue 85, a long answer came back wrong",
  caughtBy: "CC-20",
  slip: (good) => ({
    ...good,
    command: { ...good.command, nextPart: (end, partBytes) => (end > partBytes ? end - 1 : end) },
  }),
});
