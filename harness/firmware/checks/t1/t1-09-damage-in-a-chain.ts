import { otherNumber, type T1Block } from "../../../../devices/t1/block.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { SMALL_BLOCK_ATR } from "../../cards.ts";
import { t1Check, updateBinary } from "./t1-check.ts";

/** Two blocks at IFSC 32. */
const COMMAND_BYTES = 40;
const WTX: T1Block = { kind: "S-request", name: "WTX", inf: Uint8Array.of(1) };

/** The EDC of R and S blocks counts as much as that of I blocks, and their damage does not end a chain. */
export const damageInAChain = t1Check({
  id: "T1-09",
  title: { ja: "R・SブロックのEDC誤り", en: "a wrong EDC on R and S blocks" },
  expected: {
    ja: "使わずにRブロックで再送を求め、チェーンは続く",
    en: "they are not used, an R block asks again, and the chain goes on",
  },
  clause: "ISO/IEC 7816-3 §11.3, §11.6; firmware-validation.md §5 rule 7",
  severity: "must",
  next: {
    ja: "EDCは全種類のブロックで、PCBを見る前に確かめてください",
    en: "check the EDC of every block before looking at its PCB",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power(SMALL_BLOCK_ATR);
    bench.step("a damaged confirmation of the first piece");
    const command = card.transfer(updateBinary(COMMAND_BYTES));
    const first = yield* card.piece();
    card.sayDamaged({ kind: "R", nr: otherNumber(first.ns), error: "none" });
    const afterR = yield* card.hear();
    bench.require(afterR.kind === "R", {
      ja: `EDC誤りのRブロックに ${blockText(afterR)}`,
      en: `a damaged R block was followed by ${blockText(afterR)}`,
    });
    card.confirm(first);
    yield* card.command();
    bench.step("a damaged S(WTX request), then a good one");
    card.sayDamaged(WTX);
    const afterS = yield* card.hear();
    bench.require(afterS.kind === "R", {
      ja: `EDC誤りのS(WTX要求)に ${blockText(afterS)}`,
      en: `a damaged S(WTX request) was followed by ${blockText(afterS)}`,
    });
    card.say(WTX);
    yield* card.hear();
    card.answer();
    yield* card.result(command);
    return { ja: "再送を求め、コマンドは完了した", en: "asked again, and the command came to its end" };
  },
});
