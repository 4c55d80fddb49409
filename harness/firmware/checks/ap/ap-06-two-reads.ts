import { concat, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, withOk } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

const OBJECT = counted(300);
/** Each answer fits into one block: chains are judged by set T1. The second offset has a low byte that is not 0. */
const READS = [
  { offset: 0, lengthBytes: 250 },
  { offset: 250, lengthBytes: 50 },
];

const readBinary = (offset: number, lengthBytes: number): Uint8Array =>
  Uint8Array.of(0x00, 0xb0, offset >> 8, offset & 0xff, lengthBytes);

/** An object of 300 bytes is read by two READ BINARY, byte for byte. */
export const twoReads = apduCheck({
  id: "AP-06",
  title: { ja: "300バイトを2回で読み出す", en: "300 bytes by two READ BINARY" },
  expected: {
    ja: "オフセット0と250から読んだ300バイトが、カードの内容と1バイトも違わない",
    en: "300 bytes read from offsets 0 and 250 are those of the card, byte for byte",
  },
  clause: "ISO/IEC 7816-4, READ BINARY; firmware-validation.md §8 AP (300-byte certificate read)",
  severity: "must",
  next: {
    ja: "P1・P2を変えたり、前の応答を使い回したりしていないか確認してください",
    en: "look for P1 P2 being changed, or an answer kept from the command before",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot, ([, , p1 = 0, p2 = 0], index) => {
      const offset = (p1 << 8) | p2;
      return withOk(OBJECT.slice(offset, offset + (READS[index]?.lengthBytes ?? 0)));
    });
    yield* powered(bench, card);
    const parts: Uint8Array[] = [];
    let last = 0;
    for (const { offset, lengthBytes } of READS) {
      bench.step(`READ BINARY of ${lengthBytes} bytes from ${offset}`);
      const { data, seq } = yield* exchange(bench, readBinary(offset, lengthBytes));
      parts.push(data);
      last = seq;
    }
    const whole = concat(...parts);
    const wrongAt = OBJECT.findIndex((byte, index) => byte !== whole[index]);
    const firstWrong = wrongAt < 0 ? OBJECT.length : wrongAt; // where all are right, one too many came
    bench.require(
      wrongAt < 0 && whole.length === OBJECT.length,
      {
        ja: `300バイトのうち ${whole.length} バイトが返り、最初に違うのは位置 ${firstWrong}。カードが受けたコマンド: ${card.commands.map(toHex).join("、")}`,
        en: `${whole.length} of 300 bytes came, the first wrong one at ${firstWrong}; the card was sent ${card.commands.map(toHex).join(", ")}`,
      },
      last,
    );
    return { ja: "300バイトが一致", en: "all 300 bytes are right" };
  },
});
