import { encodeCommand } from "../../../../devices/iso7816/apdu.ts";
import { readBinary } from "../../../../devices/iso7816/commands.ts";
import { SW } from "../../../../devices/iso7816/status-word.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { answerText, ask, certificateSelected } from "./program.ts";

const SHORT_MAX_BYTES = 256;

/** Le 00 is 256, and 256 bytes come. */
export const read256 = pcCheck({
  id: "PC-03",
  title: { ja: "256バイトの読み出し", en: "a read of 256 bytes" },
  expected: {
    ja: "CA証明書をLe 00で読むと、256バイトと9000が返る",
    en: "the CA certificate read with Le 00 gives 256 bytes and 9000",
  },
  clause: "ISO/IEC 7816-4 §5.1 (short Le 00 is 256); my-number-card.md §2.1",
  severity: "must",
  next: {
    ja: "Leを1バイトの数として扱っていないか、応答バッファーが258バイト以上あるか確認してください",
    en: "look whether Le is counted in one byte, and whether the answer's buffer has 258 bytes",
  },
  *run(bench: Bench) {
    yield* certificateSelected(bench);
    bench.step("READ BINARY with Le 00");
    const answer = yield* ask(bench, encodeCommand(readBinary(0, SHORT_MAX_BYTES)));
    const { ja, en } = answerText(answer);
    bench.require(answer.sw === SW.ok && answer.data.length === SHORT_MAX_BYTES, {
      ja: `${ja}（256バイトと9000のはず）`,
      en: `${en}; 256 bytes and 9000 were due`,
    });
    return { ja, en };
  },
});
