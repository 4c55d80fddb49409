import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../../devices/ccid/writer.ts";
import { encodeMessage } from "../../../../devices/ccid-serial/frame.ts";
import { concat } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** One read may hold two frames. */
export const twoFrames = firmwareCheck({
  id: "SR-08",
  set: "SR",
  title: { ja: "1回の書き込みに2フレーム", en: "two frames in one write" },
  expected: { ja: "両方に順番どおり応答する", en: "both are answered, in their order" },
  clause: "firmware-validation.md §2 (receiver)",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "1フレームを処理した後も受信バッファの残りを読んでください",
    en: "read on in the buffer after a frame was dealt with",
  },
  *run(bench: Bench) {
    bench.step("two GetSlotStatus in one write");
    const commands = [0, 1].map(() => plainCommand(COMMAND.getSlotStatus, bench.host.to(0)));
    bench.host.sendBytes(concat(...commands.map(encodeMessage)));
    for (const [index, { sequence }] of commands.entries()) {
      const answer = yield* bench.host.nextAnswer(HOST_WAIT_MS.status);
      bench.require(answer, {
        ja: `${index + 1} 番目のフレームに応答がない`,
        en: `frame ${index + 1} of 2 got no answer`,
      });
      bench.require(
        answer.sequence === sequence,
        {
          ja: `${index + 1} 番目の応答のbSeqは ${answer.sequence}（${sequence} のはず）`,
          en: `answer ${index + 1} has bSeq ${answer.sequence} instead of ${sequence}`,
        },
        answer.seq,
      );
    }
    return { ja: "両方に順番どおり応答した", en: "both were answered in their order" };
  },
});
