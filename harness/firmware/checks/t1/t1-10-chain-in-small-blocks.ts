import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { TINY_BLOCK_ATR, t1Check, updateBinary } from "./t1-check.ts";

/** Around one, two and three blocks of 5 bytes. */
const LENGTHS_BYTES = [6, 9, 10, 11, 15, 16] as const;

/** A command cut into blocks of 5 bytes arrives whole, whatever is left for the last block. */
export const chainInSmallBlocks = t1Check({
  id: "T1-10",
  title: { ja: "IFSC 5でのコマンドの分割", en: "a command cut at IFSC 5" },
  expected: {
    ja: "全バイトが届き、最後のブロックが欠けない",
    en: "every byte arrives, and the last block is not lost",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 3, §9 X27",
  severity: "must",
  next: {
    ja: "残りがIFSCのちょうど倍数になる長さで、Mビットと最後のブロックを確かめてください",
    en: "look at M and the last block where the rest is an exact multiple of IFSC",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power(TINY_BLOCK_ATR);
    for (const lengthBytes of LENGTHS_BYTES) {
      bench.step(`a command of ${lengthBytes} bytes`);
      const apdu = updateBinary(lengthBytes);
      const command = card.transfer(apdu);
      const arrived = yield* card.command();
      bench.require(sameBytes(arrived, apdu), {
        ja: `${lengthBytes}バイトのうち${arrived.length}バイトが届いた`,
        en: `${arrived.length} of ${lengthBytes} bytes arrived`,
      });
      card.answer();
      yield* card.result(command);
    }
    return { ja: "6通りの長さが欠けずに届いた", en: "six lengths arrived whole" };
  },
});
