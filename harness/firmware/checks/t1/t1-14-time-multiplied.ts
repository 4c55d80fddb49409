import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { OK } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

/** 10 · 91 ms; the answer comes long after BWT and long before that. */
const MULTIPLIER = 10;
const ANSWER_AFTER_MS = 450;

/** The time that was granted is waited. */
export const timeMultiplied = t1Check({
  id: "T1-14",
  title: { ja: "待ち時間の延長", en: "granted time is waited" },
  expected: {
    ja: "BWTに倍率をかけた時間だけ待ち、その間は送信しない",
    en: "the reader waits BWT times the multiplier, and says nothing meanwhile",
  },
  clause: "ISO/IEC 7816-3 §11.4.3, §11.6; firmware-validation.md §5 rule 4, §9 X23",
  severity: "must",
  next: {
    ja: "S(WTX応答)を送った後の待ち時間をBWT×倍率にしてください",
    en: "wait BWT times the multiplier behind S(WTX response)",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step(`S(WTX request) ${MULTIPLIER}, and the answer after ${ANSWER_AFTER_MS} ms`);
    const command = card.transfer();
    yield* card.command();
    card.askForTime(MULTIPLIER);
    yield* card.hear();
    const heard = yield* card.hear(ANSWER_AFTER_MS);
    bench.require(heard.kind === "silence", {
      ja: `延長した時間のうちに ${blockText(heard)}`,
      en: `${blockText(heard)} within the time that was granted`,
    });
    card.answer();
    const answer = yield* card.result(command);
    bench.require(
      sameBytes(answer.data, OK),
      { ja: "遅れた応答がホストへ届かない", en: "the late answer did not reach the host" },
      answer.seq,
    );
    return { ja: `${ANSWER_AFTER_MS} ms後の応答が届いた`, en: `an answer after ${ANSWER_AFTER_MS} ms arrived` };
  },
});
