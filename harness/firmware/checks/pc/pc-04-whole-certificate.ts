import { encodeCommand } from "../../../../devices/iso7816/apdu.ts";
import { readObject } from "../../../../devices/iso7816/commands.ts";
import { SW } from "../../../../devices/iso7816/status-word.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { answerText, ask, certificateSelected, READ_ALL } from "./program.ts";

/** A certificate is the same by pieces and in one answer; who takes no extended length says so and nothing else. */
export const wholeCertificate = pcCheck({
  id: "PC-04",
  title: { ja: "証明書を分割と一括で読む", en: "a certificate by pieces and in one answer" },
  expected: {
    ja: "256バイトずつ読んだCA証明書と、拡張Leで一度に読んだものが一致する（拡張Leを拒むならデータなしのエラー）",
    en: "the CA certificate by 256 bytes is what one extended Le gives; who refuses the extended Le gives an error and no data",
  },
  clause: "ISO/IEC 7816-4 §5.1; firmware-validation.md §9 X13, X39",
  severity: "must",
  next: {
    ja: "257バイト目以降の転送（チェイニングとバッファー）を確認してください。証明書が壊れます",
    en: "look at what happens behind byte 256, chaining and buffers: certificates break on it",
  },
  *run(bench: Bench) {
    yield* certificateSelected(bench);
    bench.step("READ BINARY piece by piece");
    const pieces = yield* readObject((apdu) => ask(bench, encodeCommand(apdu)));
    bench.require(pieces !== undefined, {
      ja: "256バイトずつでは最後まで読めない",
      en: "it cannot be read to its end by 256 bytes",
    });
    bench.step("READ BINARY with an extended Le");
    const whole = yield* ask(bench, READ_ALL);
    const { ja, en } = answerText(whole);
    if (whole.sw !== SW.ok) {
      bench.require(whole.data.length === 0, { ja: `拒否にデータが付いた: ${ja}`, en: `a refusal with data: ${en}` });
      return {
        ja: `分割で${pieces.length}バイト。拡張Leは拒否（${ja}）`,
        en: `${pieces.length} bytes by pieces; the extended Le was refused: ${en}`,
      };
    }
    bench.require(sameBytes(whole.data.slice(0, pieces.length), pieces), {
      ja: `一括で読むと${ja}、分割の${pieces.length}バイトと異なる`,
      en: `in one answer ${en}, which are not the ${pieces.length} bytes of the pieces`,
    });
    return { ja: `${pieces.length}バイトが一致`, en: `${pieces.length} bytes, the same both ways` };
  },
});
