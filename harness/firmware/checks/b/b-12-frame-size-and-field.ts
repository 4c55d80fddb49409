import { command, encodeCommand } from "../../../../devices/iso7816/apdu.ts";
import { frameBytesOf } from "../../../../devices/iso14443/capabilities.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { counted, SELECT } from "../../cards.ts";
import { succeeded } from "../../host-side.ts";
import { typeBCheck } from "./type-b-check.ts";

/** Frame codes of the smallest and the largest frames, and data that need several of the one and fit the other. */
const sizes = [
  { code: 0, dataBytes: 60 },
  { code: 8, dataBytes: 200 },
] as const;

/** No frame is longer than the card takes, and a card that lost the field is activated anew. */
export const frameSizeAndField = typeBCheck({
  id: "B-12",
  title: { ja: "カードのフレーム長と、磁界の瞬断", en: "the card's frame size, and a moment without field" },
  expected: {
    ja: "16バイトのカードには16バイト以下に分けて送り、全バイトが届く。瞬断の後は電源投入で新しく始まる",
    en: "a card of 16 bytes gets frames of 16 at most and every byte arrives; after a moment without field power-on begins anew",
  },
  clause:
    "ISO/IEC 14443-3 §7.9.4 (maximum frame size), ISO/IEC 14443-4 §7.5.2 (chaining); firmware-validation.md §6, §8",
  severity: "must",
  next: {
    ja: "ATQBの最大フレーム長を守って連鎖し、電源投入ではカードを選び直してください",
    en: "chain by the maximum frame size of ATQB, and choose the card again at power-on",
  },
  *play(bench: Bench, antenna: Antenna) {
    for (const { code, dataBytes } of sizes) {
      antenna.clear();
      yield* sent(bench, antenna, code, dataBytes);
    }
    antenna.clear();
    yield* interrupted(bench, antenna);
    return {
      ja: "16と256バイトの両方で届き、瞬断から復帰した",
      en: "both sizes arrived, and it came back from the loss of field",
    };
  },
});

function* sent(bench: Bench, antenna: Antenna, code: number, dataBytes: number): Process<void> {
  const laid = yield* antenna.powered({ card: { maxFrameCode: code } });
  const longest = frameBytesOf(code);
  bench.step(`a command of ${dataBytes} bytes to a card that takes frames of ${longest}`);
  const before = antenna.frames.length;
  const apdu = encodeCommand(command(0x00, 0xd6, 0, 0, counted(dataBytes)));
  const answer = yield* bench.host.transfer(apdu, bench.antennaSlot);
  const lengths = antenna.frames.slice(before).flatMap(({ from, bytes }) => (from === "reader" ? [bytes.length] : []));
  bench.require(
    lengths.every((lengthBytes) => lengthBytes <= longest),
    {
      ja: `${longest} バイトまでのカードに ${Math.max(...lengths)} バイトのフレームを送った`,
      en: `a frame of ${Math.max(...lengths)} bytes went to a card that takes ${longest}`,
    },
  );
  bench.require(
    succeeded(answer) && laid.commands[0] !== undefined && sameBytes(laid.commands[0], apdu),
    { ja: "コマンドが完全に届かない", en: "the command did not arrive whole" },
    answer.seq,
  );
}

function* interrupted(bench: Bench, antenna: Antenna): Process<void> {
  const laid = yield* antenna.powered();
  bench.step("the card loses the field for a moment, then power off and on");
  yield* antenna.interrupt(laid);
  yield* bench.host.powerOff(bench.antennaSlot);
  yield* antenna.found(laid);
  yield* antenna.powerOn();
  const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
  bench.require(
    succeeded(answer) && laid.activations >= 2,
    { ja: "瞬断したカードを選び直していない", en: "the card that lost the field was not chosen again" },
    answer.seq,
  );
}
