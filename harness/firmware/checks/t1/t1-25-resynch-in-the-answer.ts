import { concat, fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { counted } from "../../cards.ts";
import { grantResynch, resynchAsked, t1Check } from "./t1-check.ts";

/** An answer in two pieces. */
const FIRST = counted(20);
const LAST = concat(counted(10), fromHex("90 00"));

/** RESYNCH in the middle of the card's chain: the command comes anew, and so does its whole answer. */
export const resynchInTheAnswer = t1Check({
  id: "T1-25",
  title: { ja: "応答の途中のRESYNCH", en: "RESYNCH in the middle of an answer" },
  expected: {
    ja: "RESYNCH前に受けた断片を捨て、送り直したコマンドの応答だけを返す",
    en: "the pieces got before RESYNCH are dropped; the host gets the answer of the repeated command alone",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 6",
  severity: "must",
  next: {
    ja: "S(RESYNCH応答)を受けたら受信バッファーも空にしてください（データが二重になります）",
    en: "empty the receive buffer on S(RESYNCH response) as well, or data comes twice",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    yield* card.exchange();
    const command = card.transfer();
    yield* card.command();
    bench.step("the first piece of the answer, then nothing sensible");
    card.answer(FIRST, true);
    grantResynch(card, yield* resynchAsked(bench, card, ["R"]));

    bench.step("the command anew, and its whole answer");
    yield* card.command();
    card.answer(FIRST, true);
    yield* card.hear();
    card.answer(LAST);
    const { data, seq } = yield* card.result(command);
    const whole = concat(FIRST, LAST);
    bench.require(
      sameBytes(data, whole),
      {
        ja: `${whole.length}バイトの応答が${data.length}バイトになった`,
        en: `an answer of ${whole.length} bytes became one of ${data.length}`,
      },
      seq,
    );
    return { ja: "応答は1回分だけ届いた", en: "the answer came once" };
  },
});
