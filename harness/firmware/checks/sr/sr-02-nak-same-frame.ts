import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../../devices/ccid/writer.ts";
import { encodeMessage, nak } from "../../../../devices/ccid-serial/frame.ts";
import { sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** What the host did not understand is sent again as it was. */
export const nakSameFrame = firmwareCheck({
  id: "SR-02",
  set: "SR",
  title: { ja: "ホストのNAKで同じフレームを再送", en: "on NAK of the host the same frame comes again" },
  expected: {
    ja: "03 15 16 を受けたら直前の応答を1バイトも変えずに送り直す",
    en: "on 03 15 16 the last answer comes again, byte for byte",
  },
  clause: "firmware-validation.md §2 (receiver), §11 (sent again at once: our choice), §9 X04",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "送信済みフレームを次のコマンドまで保持し、そのまま再送してください",
    en: "keep the frame that was sent until the next command, and send it again as it is",
  },
  *run(bench: Bench) {
    bench.step("GetSlotStatus");
    const first = encodeMessage(yield* bench.host.ask(plainCommand(COMMAND.getSlotStatus, bench.host.to(0))));
    bench.step("NAK to its answer");
    bench.host.sendBytes(nak());
    const answer = yield* bench.host.nextAnswer(HOST_WAIT_MS.status);
    bench.require(answer, { ja: "NAKのあと何も再送されない", en: "nothing came again after NAK" });
    const again = encodeMessage(answer);
    bench.require(
      sameBytes(first, again),
      { ja: `${toHex(first)} が ${toHex(again)} になった`, en: `${toHex(first)} came again as ${toHex(again)}` },
      answer.seq,
    );
    return { ja: "同じフレームが再送された", en: "the same frame came again" };
  },
});
