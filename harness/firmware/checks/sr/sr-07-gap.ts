import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import { encodeMessage } from "../../../../devices/ccid-serial/frame.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { heardUntil } from "../../heard.ts";

/** What a frame that stands still may take to be broken off, ms: 100 by our choice, and a busy machine. */
const GAP_WAIT_MS = 1_000;
/** The header and some of the data of a block of 20 bytes. */
const SENT_BYTES = 20;

/** A byte that is lost must not take the next frame with it. */
export const gap = firmwareCheck({
  id: "SR-07",
  set: "SR",
  title: { ja: "フレーム途中の途切れ", en: "a gap inside a frame" },
  expected: {
    ja: "100 ms を超える途切れでフレームを打ち切ってNAKを返し、次のフレームに応答する",
    en: "a gap over 100 ms breaks the frame off with NAK, and the next frame is answered",
  },
  clause: "firmware-validation.md §2 (receiver), §11 (gap 100 ms: our choice; the check waits up to 1 s)",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "フレーム受信中に文字間タイマーを動かし、満了したら待ち状態へ戻ってNAKを返してください",
    en: "run a timer between the bytes of a frame; when it ends, go back to waiting for 03 and send NAK",
  },
  *run(bench: Bench) {
    bench.step("the first 20 bytes of an XfrBlock, then silence");
    const broken = encodeMessage(xfrBlock(bench.host.to(0), new Uint8Array(20).fill(0x5a)));
    bench.host.sendBytes(broken.subarray(0, SENT_BYTES));
    const heard = yield* heardUntil(bench, ({ kind }) => kind === "nak", GAP_WAIT_MS);
    bench.require(
      heard.some(({ event }) => event.kind === "nak"),
      { ja: "途切れたフレームにNAKが返らない", en: "no NAK came for the frame that stood still" },
    );
    bench.step("GetSlotStatus after the broken frame");
    yield* bench.host.ask(plainCommand(COMMAND.getSlotStatus, bench.host.to(0)));
    return { ja: "NAKが返り、次のフレームに応答した", en: "NAK, and the next frame was answered" };
  },
});
