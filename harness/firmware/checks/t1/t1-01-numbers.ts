import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { SMALL_BLOCK_ATR } from "../../cards.ts";
import { t1Check, updateBinary } from "./t1-check.ts";

/** Two blocks at IFSC 32. */
const CHAINED_BYTES = 40;

/** N(S) of the reader starts at 0 and toggles with each new I block, within a chain as between commands. */
export const numbers = t1Check({
  id: "T1-01",
  title: { ja: "N(S)は0から始まり交互に変わる", en: "N(S) starts at 0 and toggles" },
  expected: {
    ja: "最初のIブロックはN(S)=0、以後は新しいIブロックごとに反転する",
    en: "the first I block has N(S) 0, and each new one has the other number",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 1",
  severity: "must",
  next: {
    ja: "リセット後にN(S)を0に戻し、新しいIブロックを作るたびに反転してください",
    en: "start N(S) at 0 after reset, and toggle it when a new I block is made, not when one is sent again",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power(SMALL_BLOCK_ATR);
    bench.step("two commands of one block, one of two blocks, one of one block");
    yield* card.exchange();
    yield* card.exchange();
    yield* card.exchange(updateBinary(CHAINED_BYTES));
    yield* card.exchange();
    for (const [index, piece] of card.pieces.entries()) {
      bench.require(piece.ns === index % 2, {
        ja: `${index + 1}番目のIブロックが ${blockText(piece)}`,
        en: `I block number ${index + 1} was ${blockText(piece)}`,
      });
    }
    return { ja: `${card.pieces.length}個のIブロックが交互`, en: `${card.pieces.length} I blocks took turns` };
  },
});
