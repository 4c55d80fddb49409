import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { askForPin, enterPin, entryResult, pinsGiven, testPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** bTimeOut of the entry that nobody finishes. */
const SHORT_ENTRY_S = 1;
/** How long it may take to end; how exactly is judged by CC-17. */
const ENDS_WITHIN_MS = 5_000;

/** Digits of an entry that ran out of time are not part of the next one. */
export const entryOutOfTime = padCheck({
  id: "HU-08",
  title: { ja: "時間切れの入力を残さない", en: "an entry that ran out of time leaves no digits" },
  expected: {
    ja: "2桁だけ押して時間切れになった後、次の入力ではその2桁が混ざらない",
    en: "two digits are pressed and the time runs out; the next entry begins with none",
  },
  clause: "USB CCID 1.1 §6.1.11 (bTimeOut); firmware-validation.md §8 HU, §9 X40",
  severity: "critical",
  next: {
    ja: "時間切れで抜けるときにも入力バッファーを消してください",
    en: "wipe the buffer on the way out of a time-out as well",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot);
    yield* powered(bench, card);
    const pin = testPin(bench.rng, "HU-08");
    bench.step("two digits, and no more until the time of the entry is over");
    const command = yield* askForPin(bench, SHORT_ENTRY_S);
    bench.card.type([...pin].reverse().slice(0, 2).join(""));
    yield* entryResult(bench, command, ENDS_WITHIN_MS);

    bench.step("a whole PIN in the next entry");
    const { seq } = yield* enterPin(bench, pin);
    const given = pinsGiven(card);
    bench.require(
      given.length === 1 && given[0] === pin,
      {
        ja: `VERIFYが${given.length}回届き、内容は2回目に入力した4桁と違う`,
        en: `the card got ${given.length} VERIFY, not one with the four digits of the second entry`,
      },
      seq,
    );
    return { ja: "2回目の4桁だけが届いた", en: "the card got the four digits of the second entry alone" };
  },
});
