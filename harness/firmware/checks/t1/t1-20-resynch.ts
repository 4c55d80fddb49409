import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { SMALL_BLOCK_ATR } from "../../cards.ts";
import { grantResynch, resynchAsked, t1Check, updateBinary } from "./t1-check.ts";

/** Three blocks at IFSC 32. */
const COMMAND_BYTES = 90;

/** After RESYNCH both sides count from 0, and the command is sent from its start. */
export const resynch = t1Check({
  id: "T1-20",
  title: { ja: "RESYNCH後の再開", en: "what follows RESYNCH" },
  expected: {
    ja: "N(S)を0に戻し、コマンドを最初のブロックから送り直す",
    en: "N(S) is 0 again, and the command is sent anew from its first block",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 6, §9 X21",
  severity: "must",
  next: {
    ja: "S(RESYNCH応答)を受けたらN(S)・N(R)を0にし、送りかけのチェーンを最初から送ってください",
    en: "set N(S) and N(R) to 0 on S(RESYNCH response), and begin the chain again",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power(SMALL_BLOCK_ATR);
    yield* card.exchange();
    yield* card.exchange(); // so that the piece that fails has N(S) 1, which RESYNCH must not keep
    bench.step("a chain whose second piece gets no sensible answer");
    const apdu = updateBinary(COMMAND_BYTES);
    const command = card.transfer(apdu);
    card.confirm(yield* card.piece());
    const request = yield* resynchAsked(bench, card);
    bench.step("S(RESYNCH response)");
    const before = card.pieces.length;
    grantResynch(card, request);
    const arrived = yield* card.command();
    const first = card.pieces[before];
    bench.require(first?.ns === 0, {
      ja: "RESYNCH後の最初のIブロックがN(S)=1",
      en: "the first I block behind RESYNCH had N(S) 1",
    });
    bench.require(sameBytes(arrived, apdu), {
      ja: `コマンドが最初から送られない（${COMMAND_BYTES}バイトのうち${arrived.length}バイト）`,
      en: `the command did not begin anew: ${arrived.length} of ${COMMAND_BYTES} bytes came`,
    });
    card.answer();
    yield* card.result(command);
    return { ja: "N(S)=0から、コマンド全体", en: "the whole command, from N(S) 0" };
  },
});
