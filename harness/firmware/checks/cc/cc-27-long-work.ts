import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { CardByHand } from "../../card-by-hand.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { isTimeExtension, statusText } from "../../host-side.ts";

/** T=1, IFSC 254, BWI 6, CWI 4: the card may work for 5.7 s before it says anything. */
const SLOW_ATR = fromHex("3B 80 81 31 FE 64 AA");
/** A second before the host gives up. */
const TELL_MS = 2_000;

/** A card may work longer than the host waits without asking for more: the reader speaks for it. */
export const longWork = firmwareCheck({
  id: "CC-27",
  set: "CC",
  title: { ja: "S(WTX)を求めない長い処理", en: "long work without S(WTX) of the card" },
  expected: {
    ja: "カードの待ち時間（BWT）内なら、2秒以内に時間延長を知らせる",
    en: "within the card's waiting time (BWT) a time extension is told within 2 s",
  },
  clause: "our choice: the public driver waits for 3 s, BWT may be longer; firmware-validation.md §10, §11",
  severity: "should",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "コマンド実行中は500 msごとにbStatus 80のDataBlockを送ってください",
    en: "send a DataBlock with bStatus 80 every 500 ms while a command works",
  },
  *run(bench: Bench) {
    const card = new CardByHand(bench);
    yield* card.power(SLOW_ATR);
    const command = card.transfer();
    yield* card.command();
    bench.step("the card works in silence");
    const told = yield* bench.host.nextAnswer(TELL_MS);
    bench.require(told, {
      ja: `${TELL_MS} ms、ホストに何も知らされない`,
      en: `the host heard nothing for ${TELL_MS} ms`,
    });
    bench.require(
      isTimeExtension(told),
      {
        ja: `時間延長のはずが、BWTより前に ${statusText(told)} で終わった`,
        en: `ended with ${statusText(told)} before BWT was over; a time extension was due`,
      },
      told.seq,
    );
    bench.step("the card answers");
    card.answer();
    yield* card.result(command);
    return { ja: "時間延長の後に応答が届いた", en: "a time extension, then the answer" };
  },
});
