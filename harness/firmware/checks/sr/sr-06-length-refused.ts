import { COMMAND, HEADER_BYTES } from "../../../../devices/ccid/constants.ts";
import { encodeFrame, frame } from "../../../../devices/ccid/frame.ts";
import { plainCommand } from "../../../../devices/ccid/writer.ts";
import { CONTROL_ACK, SYNC } from "../../../../devices/ccid-serial/constants.ts";
import { concat } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, heardUntil } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** A length that no buffer has is refused from the header: who waits for the rest waits for ever, who stores it overflows. */
export const lengthRefused = firmwareCheck({
  id: "SR-06",
  set: "SR",
  title: { ja: "長すぎるdwLengthの拒否", en: "a dwLength that is too long is refused" },
  expected: {
    ja: "本体を読む前にNAKを返し、直後のフレームに応答する",
    en: "NAK before the body is read; the frame right behind it is answered",
  },
  clause: "firmware-validation.md §2 (refused before reading: our choice), §9 X05",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "dwLengthを受信バッファの大きさと符号なしで比べ、超えたらすぐNAKを返してください",
    en: "compare dwLength, unsigned, with the buffer as soon as it is there, and send NAK when it is larger",
  },
  *run(bench: Bench) {
    const { host, ics } = bench;
    const beyond = ics.maxMessageBytes - HEADER_BYTES + 0x1_0000;
    for (const announced of [0xffff_ffff, 0x8000_0000, beyond]) {
      bench.step(`a header that announces ${announced} bytes, then GetSlotStatus`);
      host.sendBytes(headerOnly(announced, host.nextSequence()));
      const command = plainCommand(COMMAND.getSlotStatus, host.to(0));
      host.send(command);
      const heard = yield* heardUntil(bench, answers(command), HOST_WAIT_MS.status);
      bench.require(
        heard.some(({ event }) => answers(command)(event)),
        {
          ja: `dwLength ${announced} の直後のフレームに応答がない`,
          en: `the frame behind a dwLength of ${announced} got no answer`,
        },
      );
      bench.require(
        heard.some(({ event }) => event.kind === "nak"),
        { ja: `dwLength ${announced} にNAKが返らない`, en: `no NAK came for a dwLength of ${announced}` },
      );
    }
    return { ja: "3種類の長さをNAKで拒否した", en: "three lengths were refused with NAK" };
  },
});

/** 03 06 and the header of an XfrBlock whose data never come. */
function headerOnly(announced: number, sequence: number): Uint8Array {
  const header = encodeFrame(frame(COMMAND.xfrBlock, { sequence }));
  new DataView(header.buffer).setUint32(1, announced, true);
  return concat(Uint8Array.of(SYNC, CONTROL_ACK), header);
}
