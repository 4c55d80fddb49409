import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { QUICK_ATR, SMALL_BLOCK_ATR } from "../../cards.ts";
import { t1Check, updateBinary } from "./t1-check.ts";

/** What an ATR says, and a command longer than that. */
const rows = [
  { ifsc: 32, atr: SMALL_BLOCK_ATR, lengthBytes: 100 },
  { ifsc: 254, atr: QUICK_ATR, lengthBytes: 260 },
] as const;

/** No block is longer than TA3 of the ATR says, and every byte arrives. */
export const blockSize = t1Check({
  id: "T1-11",
  title: { ja: "IFSC 32と254でのコマンドの分割", en: "a command cut at IFSC 32 and 254" },
  expected: {
    ja: "どのブロックもATRのTA3を超えず、全バイトが届く",
    en: "no block is longer than TA3 of the ATR says, and every byte arrives",
  },
  clause: "ISO/IEC 7816-3 §11.4.2; firmware-validation.md §5 rules 3 and 5",
  severity: "must",
  next: {
    ja: "ブロック長の上限に、ATRのTA3（なければ32）を使ってください",
    en: "cut at what TA3 says, or at 32 where it says nothing",
  },
  *play(bench: Bench, card: CardByHand) {
    for (const { ifsc, atr, lengthBytes } of rows) {
      bench.step(`a command of ${lengthBytes} bytes at IFSC ${ifsc}`);
      yield* card.power(atr);
      const apdu = updateBinary(lengthBytes);
      const command = card.transfer(apdu);
      const arrived = yield* card.command();
      const longest = Math.max(...card.pieces.map(({ inf }) => inf.length));
      bench.require(longest <= ifsc, {
        ja: `IFSC ${ifsc} に${longest}バイトのブロック`,
        en: `a block of ${longest} bytes where IFSC is ${ifsc}`,
      });
      bench.require(sameBytes(arrived, apdu), {
        ja: `IFSC ${ifsc}で${lengthBytes}バイトのうち${arrived.length}バイトが届いた`,
        en: `${arrived.length} of ${lengthBytes} bytes arrived at IFSC ${ifsc}`,
      });
      card.answer();
      yield* card.result(command);
    }
    return { ja: "32と254のどちらも守られた", en: "32 and 254 were both kept" };
  },
});
