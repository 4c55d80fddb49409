import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { blockText, type Heard } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { counted, OK } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

const PIECE = counted(20);

/** The card breaks off its answer: that is confirmed, and nothing of it is used. */
export const abort = t1Check({
  id: "T1-19",
  title: { ja: "S(ABORT要求)", en: "S(ABORT request)" },
  expected: {
    ja: "S(ABORT応答)を返し、受け取った分を捨て、次のコマンドは正常に動く",
    en: "S(ABORT response) comes back, what was received is dropped, and the next command works",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 8",
  severity: "must",
  next: {
    ja: "S(ABORT要求)に応答し、チェーンの途中のデータを応答にも次の応答にも使わないでください",
    en: "answer S(ABORT request), and use what was received neither for this answer nor for the next",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step("the first piece of an answer, then S(ABORT request)");
    const command = card.transfer();
    yield* card.command();
    card.answer(PIECE, true);
    yield* card.hear();
    card.say({ kind: "S-request", name: "ABORT", inf: new Uint8Array(0) });
    const heard = yield* card.hear();
    bench.require(heard.kind === "S-response" && heard.name === "ABORT", {
      ja: `S(ABORT要求)に ${blockText(heard)}`,
      en: `S(ABORT request) was followed by ${blockText(heard)}`,
    });
    const goesOn = ({ kind }: Heard) => (kind === "R" ? card.awaited(OK) : undefined); // for a chain that is not dropped
    const broken = yield* card.served(card.result(command), goesOn);
    bench.require(
      broken.data.length < PIECE.length,
      { ja: "打ち切った応答の一部がホストへ渡った", en: "a piece of the dropped answer went to the host" },
      broken.seq,
    );
    bench.step("the next command");
    const next = yield* card.exchange();
    bench.require(
      sameBytes(next.data, OK),
      { ja: "次のコマンドの応答が正しくない", en: "the answer to the next command is not right" },
      next.seq,
    );
    return { ja: "確認し、捨て、次は正常", en: "confirmed and dropped; the next command went well" };
  },
});
