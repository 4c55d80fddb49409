import { SW } from "../../../../devices/iso7816/status-word.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { answerText, ask, certificateSelected, READ_ALL } from "./program.ts";

/** Extended lengths are taken. Whether the answer is right is PC-04's to judge. */
export const extendedLength = pcCheck({
  id: "PC-08",
  title: { ja: "拡張Leを受け付ける", en: "an extended Le is taken" },
  expected: { ja: "拡張Leの読み出しに9000が返る", en: "9000 to a read with an extended Le" },
  clause: "ISO/IEC 7816-4 §5.1; my-number-card.md §2.1: the card takes extended lengths",
  severity: "should",
  next: {
    ja: "拡張APDUに対応すると証明書を一度に読めます（CCIDのdwFeatures 40000）",
    en: "with extended APDUs a certificate is one read (dwFeatures 40000 of CCID)",
  },
  *run(bench: Bench) {
    yield* certificateSelected(bench);
    bench.step("READ BINARY with an extended Le");
    const answer = yield* ask(bench, READ_ALL);
    const { ja, en } = answerText(answer);
    bench.require(answer.sw === SW.ok, { ja: `拒否された（${ja}）`, en: `it was refused: ${en}` });
    return { ja, en };
  },
});
