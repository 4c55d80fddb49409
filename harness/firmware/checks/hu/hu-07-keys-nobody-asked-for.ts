import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { enterPin, keysTaken, pinsGiven, testPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** Keys pressed before the reader asks belong to no entry. */
export const keysNobodyAskedFor = padCheck({
  id: "HU-07",
  title: { ja: "求められていないキー入力", en: "keys pressed while nobody is asked" },
  expected: {
    ja: "入力画面が出る前に押されたキーは捨て、出てからの4桁だけをカードに渡す",
    en: "keys from before the prompt are dropped; the card is given the four digits from after it",
  },
  clause: "firmware-validation.md §8 HU; the rule is ours",
  severity: "must",
  next: {
    ja: "入力を始めるときにキーバッファーを空にしてください",
    en: "empty the buffer of keys when an entry begins",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot);
    yield* powered(bench, card);
    const pin = testPin(bench.rng, "HU-07");
    bench.step("two keys before the reader asks, and a PIN when it does");
    bench.card.type([...pin].reverse().slice(0, 2).join(""));
    yield* keysTaken(bench);
    const { seq } = yield* enterPin(bench, pin);
    const given = pinsGiven(card);
    bench.require(
      given.length === 1 && given[0] === pin,
      {
        ja: `VERIFYが${given.length}回届き、内容は入力画面の後に押した4桁と違う`,
        en: `the card got ${given.length} VERIFY, not one with the four digits pressed after the prompt`,
      },
      seq,
    );
    return { ja: "入力画面の後の4桁だけが届いた", en: "the card got the four digits from after the prompt" };
  },
});
