import type { Bench } from "../../bench.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { counted } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

/** 10 · 91 ms: longer than the reader may wait for the block after. */
const MULTIPLIER = 10;
const PATIENCE_MS = 750;
const PIECE_BYTES = 10;

/** The block after the granted one has the plain waiting time again. */
export const timeForOneBlock = t1Check({
  id: "T1-15",
  title: { ja: "延長は次の1ブロックだけ", en: "granted time is for one block" },
  expected: {
    ja: "延長された次のブロックの後は、元のBWTで時間切れとなる",
    en: "behind the block that was given more time, silence is noticed after the plain BWT",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 4, §9 X23",
  severity: "must",
  next: {
    ja: "倍率は次のブロックを受け取ったら1に戻してください",
    en: "set the multiplier back to 1 when the next block has come",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step(`S(WTX request) ${MULTIPLIER}, the first piece of an answer, then silence`);
    card.transfer();
    yield* card.command();
    card.askForTime(MULTIPLIER);
    yield* card.hear();
    card.answer(counted(PIECE_BYTES), true);
    yield* card.hear();
    const sinceMs = bench.clock.nowMs;
    const heard = yield* card.hear(PATIENCE_MS);
    const waitedMs = bench.clock.nowMs - sinceMs;
    bench.require(heard.kind !== "silence", {
      ja: `カードの沈黙に${PATIENCE_MS} ms気付かない（BWTは91 ms）`,
      en: `silence was not noticed within ${PATIENCE_MS} ms, where BWT is 91 ms`,
    });
    return { ja: `${waitedMs} msで時間切れ`, en: `silence was noticed after ${waitedMs} ms` };
  },
});
