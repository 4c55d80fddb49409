import { mutant } from "../mutant.ts";

/** Answers bytes between frames with NAK. */
export const nakForGarbage = mutant({
  id: "M-SR-05",
  layer: "serial",
  title: { ja: "フレーム間のごみにNAKを返す", en: "garbage between frames gets NAK" },
  symptom: {
    ja: "ホストがコマンドを送り直し、二重に実行される",
    en: "the host sends its command again, and it is carried out twice",
  },
  source: "our own; firmware-validation.md §2: dropped until the next 03",
  caughtBy: "SR-05",
  slip: (good) => ({ ...good, line: { ...good.line, answersStrayBytes: true } }),
});
