import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { OK } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

const MULTIPLIER = 2;
/** More than the tries of a block. */
const REQUESTS = 6;

/** A card may ask for more time as often as it needs; granting is no try. */
export const grantsAreNoTries = t1Check({
  id: "T1-17",
  title: { ja: "S(WTX)は再試行に数えない", en: "granting time is no try" },
  expected: {
    ja: "S(WTX要求)が続いても応じ続け、最後の応答を受け取る",
    en: "one S(WTX request) after another is granted, and the answer is taken in the end",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 4",
  severity: "must",
  next: { ja: "S(WTX)の往復を再試行回数に数えないでください", en: "do not count S(WTX) as one of the three tries" },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    const command = card.transfer();
    yield* card.command();
    for (let count = 1; count <= REQUESTS; count++) {
      bench.step(`S(WTX request) number ${count}`);
      card.askForTime(MULTIPLIER);
      const heard = yield* card.hear();
      bench.require(heard.kind === "S-response", {
        ja: `${count}回目のS(WTX要求)に ${blockText(heard)}`,
        en: `S(WTX request) number ${count} was followed by ${blockText(heard)}`,
      });
    }
    card.answer();
    const answer = yield* card.result(command);
    bench.require(
      sameBytes(answer.data, OK),
      { ja: "最後の応答がホストへ届かない", en: "the answer in the end did not reach the host" },
      answer.seq,
    );
    return { ja: `${REQUESTS}回応じ、応答が届いた`, en: `granted ${REQUESTS} times, then the answer` };
  },
});
