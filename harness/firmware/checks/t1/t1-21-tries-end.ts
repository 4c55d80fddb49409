import type { Bench } from "../../bench.ts";
import { blockText, type Heard } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { OK } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

const MAX_TRIES = 3;
/** Damaged blocks in a row, more than anybody may ask for. */
const DAMAGED_BLOCKS = 12;

/** A block is sent once and asked for twice more, then something else happens. */
export const triesEnd = t1Check({
  id: "T1-21",
  title: { ja: "再試行の上限", en: "tries come to an end" },
  expected: {
    ja: "同じブロックについて3回まで。その後はRESYNCHなどに移る",
    en: "three times for one block, then RESYNCH or an end",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 7, §9 X22",
  severity: "must",
  next: {
    ja: "再送回数を数え、2回再送しても駄目ならS(RESYNCH要求)を送ってください",
    en: "count the retransmissions, and send S(RESYNCH request) after two of them",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    yield* card.exchange();
    bench.step("an answer that is damaged each time");
    card.transfer();
    yield* card.command();
    let tries = 1;
    let after: Heard = { kind: "silence" };
    for (; tries < DAMAGED_BLOCKS; tries++) {
      card.sayDamaged(card.awaited(OK));
      after = yield* card.hear();
      if (after.kind !== "R" && after.kind !== "I") break;
    }
    bench.require(tries <= MAX_TRIES, {
      ja: `同じブロックに${tries}回試みた`,
      en: `${tries} tries for one block`,
    });
    return { ja: `${tries}回の後に ${blockText(after)}`, en: `${tries} tries, then ${blockText(after)}` };
  },
});
