import { otherNumber } from "../../../../devices/t1/block.ts";
import { concat, fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { counted } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

/** An answer in three pieces; the status word is cut in the middle. */
const PIECES = [counted(20), concat(counted(10), fromHex("90")), fromHex("00")];
const WHOLE = concat(...PIECES);

/** Each piece of an answer is confirmed with the next number, and the host gets them joined. */
export const chainOfTheCard = t1Check({
  id: "T1-12",
  title: { ja: "応答の連結", en: "an answer in several blocks" },
  expected: {
    ja: "M=1のブロックごとに次の番号のRブロックで確認し、全体をつないで返す",
    en: "each block with M is confirmed with the next number, and the host gets the whole",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rules 2 and 3",
  severity: "must",
  next: {
    ja: "確認のN(R)を次の番号とし、長さ1の最後のブロックも含めてつないでください",
    en: "confirm with the next number, and join all pieces, also a last one of a single byte",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step("an answer of three pieces, its status word cut in two");
    const command = card.transfer();
    yield* card.command();
    for (const piece of PIECES.slice(0, -1)) {
      const sent = card.ns;
      card.answer(piece, true);
      const heard = yield* card.hear();
      bench.require(heard.kind === "R" && heard.nr === otherNumber(sent), {
        ja: `I(${sent}, 1)の後に ${blockText(heard)}`,
        en: `I(${sent}, 1) was followed by ${blockText(heard)}`,
      });
    }
    card.answer(PIECES.at(-1));
    const answer = yield* card.result(command);
    bench.require(
      sameBytes(answer.data, WHOLE),
      {
        ja: `${WHOLE.length}バイトの応答が${answer.data.length}バイトになった`,
        en: `an answer of ${WHOLE.length} bytes became one of ${answer.data.length}`,
      },
      answer.seq,
    );
    return { ja: "3個のブロックが1個の応答になった", en: "three blocks became one answer" };
  },
});
