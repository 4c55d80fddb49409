import { otherNumber } from "../../../../devices/t1/block.ts";
import { fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { t1Check } from "./t1-check.ts";

/** What the block with the wrong number says; the right one says 9000. */
const WRONG = fromHex("6A 82");

/** An I block with the wrong number is an old one, and never the answer. */
export const wrongNumber = t1Check({
  id: "T1-06",
  title: { ja: "N(S)が違うIブロック", en: "an I block with the wrong N(S)" },
  expected: {
    ja: "応答として受け取らず、正しい番号のブロックを待つ",
    en: "it is not taken for the answer; the block with the right number is waited for",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 1",
  severity: "must",
  next: {
    ja: "受信したN(S)を待っている番号と比べてください。古いブロックが別のコマンドの結果になります",
    en: "compare N(S) with the number awaited: an old block would become the result of another command",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step("6A82 with the wrong N(S), then 9000 with the right one");
    const command = card.transfer();
    yield* card.command();
    card.say({ ...card.awaited(WRONG), ns: otherNumber(card.ns) });
    yield* card.hear();
    card.answer();
    const answer = yield* card.result(command);
    bench.require(
      !sameBytes(answer.data, WRONG),
      { ja: "番号の違うブロックがホストへ渡った", en: "the block with the wrong number went to the host" },
      answer.seq,
    );
    return { ja: "番号の違うブロックは捨てられた", en: "the block with the wrong number was not used" };
  },
});
