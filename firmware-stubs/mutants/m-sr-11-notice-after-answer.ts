import { mutant } from "../mutant.ts";

/** Tells movement after the answer it was kept for. */
export const noticeAfterAnswer = mutant({
  id: "M-SR-11",
  layer: "serial",
  title: { ja: "通知を応答の後に送る", en: "the notice comes after the answer" },
  symptom: {
    ja: "次のコマンドまで読まないホストが動きに気づかない",
    en: "a host that reads no further learns of it one command late",
  },
  source: "our own; firmware-validation.md §2: after the command, before its answer",
  caughtBy: "SR-11",
  slip: (good) => ({ ...good, line: { ...good.line, withNotices: (notices, answer) => [answer, notices] } }),
});
