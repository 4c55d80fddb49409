import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import { MAX_GAP_MS } from "../../../../devices/ccid-serial/constants.ts";
import { encodeMessage } from "../../../../devices/ccid-serial/frame.ts";
import { type Process, sleep } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { type Answer, HOST_WAIT_MS } from "../../host-side.ts";

/** Between two pieces, so that they are not one again when they arrive, ms; far below the gap that breaks a frame off. */
const APART_MS = 2;
/** Pieces that went out further apart are nobody's frame: a machine with other work made the pause, and it is tried again. */
const LATE_MS = MAX_GAP_MS / 2;
const MAX_TRIES = 5;
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
    const { host } = bench;
    const length = encodeMessage(plainCommand(COMMAND.getSlotStatus, host.to(0))).length;
    for (let cut = 1; cut < length; cut++) {
      bench.step(`GetSlotStatus cut after byte ${cut}`);
      bench.require(yield* answerInTwoPieces(bench, cut), {
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

/** The answer to a frame cut after `cut` bytes. */
function* answerInTwoPieces({ host, clock }: Bench, cut: number): Process<Answer | undefined> {
  for (let tries = 1; ; tries++) {
    const command = plainCommand(COMMAND.getSlotStatus, host.to(0));
    const bytes = encodeMessage(command);
    const sentAtMs = clock.nowMs;
    host.sendBytes(bytes.subarray(0, cut));
    yield* sleep(clock, APART_MS);
    host.sendBytes(bytes.subarray(cut));
    const isLate = clock.nowMs - sentAtMs > LATE_MS;
    const answer = yield* host.answerTo(command, isLate ? MAX_GAP_MS : HOST_WAIT_MS.status);
    if (answer !== undefined || !isLate || tries === MAX_TRIES) return answer;
  }
}
