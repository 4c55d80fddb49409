import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import { encodeMessage } from "../../../../devices/ccid-serial/frame.ts";
import { sleep } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** Between two pieces, so that they are not one again when they arrive, ms; far below the gap that breaks a frame off. */
const APART_MS = 2;
/** A block that no card hears; its bytes are none that begin something on this line. */
const LONG_BLOCK = new Uint8Array(100).fill(0x5a);

/** A line knows bytes, no frames: it may hand a frame over cut anywhere. */
export const splitFrames = firmwareCheck({
  id: "SR-04",
  set: "SR",
  title: { ja: "任意の位置で分割されたフレーム", en: "frames cut at any byte" },
  expected: {
    ja: "どのバイト境界で分割されても1つのフレームとして応答する",
    en: "a frame is answered wherever it was cut",
  },
  clause: "firmware-validation.md §2 (receiver), §8 SR",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "受信は1バイトずつの状態遷移にし、1回の読み出しを1フレームとみなさないでください",
    en: "receive byte by byte with a state; one read is not one frame",
  },
  *run(bench: Bench) {
    const { host, clock } = bench;
    const length = encodeMessage(plainCommand(COMMAND.getSlotStatus, host.to(0))).length;
    for (let cut = 1; cut < length; cut++) {
      bench.step(`GetSlotStatus cut after byte ${cut}`);
      const command = plainCommand(COMMAND.getSlotStatus, host.to(0));
      const bytes = encodeMessage(command);
      host.sendBytes(bytes.subarray(0, cut));
      yield* sleep(clock, APART_MS);
      host.sendBytes(bytes.subarray(cut));
      const answer = yield* host.answerTo(command, HOST_WAIT_MS.status);
      bench.require(answer, {
        ja: `${cut} バイト目のあとで分割すると応答がない`,
        en: `no answer when the frame is cut after byte ${cut}`,
      });
    }
    bench.step("XfrBlock of 100 bytes, byte by byte");
    const long = xfrBlock(host.to(0), LONG_BLOCK);
    for (const byte of encodeMessage(long)) host.sendBytes(Uint8Array.of(byte));
    const answer = yield* host.answerTo(long, HOST_WAIT_MS.transfer);
    bench.require(answer, { ja: "1バイトずつ送ると応答がない", en: "no answer to a frame sent byte by byte" });
    return { ja: "すべての分割位置で応答した", en: "answered wherever it was cut" };
  },
});
