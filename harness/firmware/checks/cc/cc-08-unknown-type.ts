import { ERROR } from "../../../../devices/ccid/constants.ts";
import { frame } from "../../../../devices/ccid/frame.ts";
import { toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { statusText, succeeded } from "../../host-side.ts";

/** Types below 80 that no edition of the standard has; above it a host could take its echo for an answer. */
const UNKNOWN_TYPES = [0x60, 0x66, 0x7f] as const;

/** What a reader does not know it says, and goes on. */
export const unknownType = firmwareCheck({
  id: "CC-08",
  set: "CC",
  title: { ja: "未知のbMessageType", en: "unknown bMessageType" },
  expected: { ja: "失敗とbError 00を返し、動き続ける", en: "failed with bError 00, and the reader lives on" },
  clause: "USB CCID 1.1 §6.2.6 (command not supported); firmware-validation.md §1.2, §8",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "知らないコマンドにはbStatus 4x・bError 00で応答してください",
    en: "answer a command that is not known with bStatus 4x and bError 00",
  },
  *run(bench: Bench) {
    for (const type of UNKNOWN_TYPES) {
      const name = toHex(Uint8Array.of(type));
      bench.step(`bMessageType ${name}`);
      const answer = yield* bench.host.ask(frame(type, bench.host.to(0)));
      bench.require(
        !succeeded(answer) && answer.b8 === ERROR.commandNotSupported,
        { ja: `種別 ${name} に ${statusText(answer)}`, en: `type ${name} was answered with ${statusText(answer)}` },
        answer.seq,
      );
    }
    yield* bench.host.status();
    return { ja: "3種とも「未対応」と応答した", en: "all three were answered as not supported" };
  },
});
