import { otherNumber } from "../../../../devices/t1/block.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { OK } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

/** Wrong blocks in a row; the rules allow the reader to ask twice. */
const WRONG_BLOCKS = 10;
const MAX_ASKED = 3;

/** An R block carries the number awaited, and a card that keeps to the wrong number is not asked for ever. */
export const awaitedNumber = t1Check({
  id: "T1-05",
  title: { ja: "R ブロックの番号と再要求の上限", en: "the number in R blocks, and how often they come" },
  expected: {
    ja: "N(R)は待っているIブロックの番号。誤った番号が続けば3回までで打ち切る",
    en: "N(R) is the number awaited; a card that keeps to the wrong one is asked 3 times at most",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 7, §9 X19",
  severity: "must",
  next: {
    ja: "N(R)には受け取った番号ではなく次に待つ番号を入れ、再要求の回数を数えてください",
    en: "put the awaited number into N(R), not the received one, and count how often you ask",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    for (const awaited of [0, 1]) {
      bench.step(`a damaged answer where I(${awaited}) is awaited`);
      const command = card.transfer();
      yield* card.command();
      card.sayDamaged(card.awaited(OK));
      const heard = yield* card.hear();
      bench.require(heard.kind === "R" && heard.nr === awaited, {
        ja: `I(${awaited})を待つはずが ${blockText(heard)}`,
        en: `I(${awaited}) was due, and the reader said ${blockText(heard)}`,
      });
      card.answer();
      yield* card.result(command);
    }
    bench.step("an answer with the wrong number, again and again");
    card.transfer();
    yield* card.command();
    let asked = 0;
    for (; asked < WRONG_BLOCKS; asked++) {
      card.say({ ...card.awaited(OK), ns: otherNumber(card.ns) });
      if ((yield* card.hear()).kind !== "R") break;
    }
    bench.require(asked <= MAX_ASKED, {
      ja: `誤った番号の応答に${asked}回続けてRブロック`,
      en: `${asked} R blocks in a row for a card that keeps to the wrong number`,
    });
    return { ja: `番号は正しく、再要求は${asked}回`, en: `right numbers, and ${asked} times asked` };
  },
});
