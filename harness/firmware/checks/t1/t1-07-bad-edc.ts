import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { OK } from "../../cards.ts";
import { t1Check } from "./t1-check.ts";

/** A wrong EDC is named as what it is. */
export const badEdc = t1Check({
  id: "T1-07",
  title: { ja: "EDC誤りはR 81", en: "a wrong EDC is answered with 81" },
  expected: {
    ja: "EDC誤りのIブロックに、81（91）のRブロックで応える",
    en: "an I block with a wrong EDC is followed by an R block 81 (91)",
  },
  clause: "ISO/IEC 7816-3 §11.3, §11.6; firmware-validation.md §5 rule 7, §9 X20",
  severity: "must",
  next: {
    ja: "EDC・パリティの誤りは81、それ以外は82としてください",
    en: "say 81 for EDC and parity, 82 for everything else",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step("an answer with one bit of its EDC wrong");
    const command = card.transfer();
    yield* card.command();
    card.sayDamaged(card.awaited(OK));
    const heard = yield* card.hear();
    bench.require(heard.kind === "R" && heard.error === "edc", {
      ja: `EDC誤りに ${blockText(heard)}`,
      en: `a wrong EDC was followed by ${blockText(heard)}`,
    });
    card.answer();
    yield* card.result(command);
    return { ja: blockText(heard), en: blockText(heard) };
  },
});
