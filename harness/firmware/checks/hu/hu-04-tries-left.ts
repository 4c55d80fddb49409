import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered, removed } from "../../cards.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";
import { askForPin, enterPin, holdsPin, PIN_DIGITS, testPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** A number that no counter of a reader's own comes to: those start at 3 or 5. */
const TRIES_TOLD = 8;
/** 63Cx has room for 15 tries; a larger number on the screen is something else. */
const MOST_TRIES = 15;

/** Tries left are on the screen only when this card told them, and as many as it told. */
export const triesLeft = padCheck({
  id: "HU-04",
  title: { ja: "残り回数はカードの値だけを表示", en: "tries left as the card told them" },
  expected: {
    ja: "残り回数は、そのカードが63Cxを返した後にだけ、xとして表示する（表示しなくてもよい）。入力画面の15以下の数字は、桁数の4を除き残り回数とみなす",
    en: "tries left are shown after a 63Cx of this card alone, as x, or not at all; a number up to 15 in the prompt counts as tries, but for the 4 digits asked for",
  },
  clause: "firmware-validation.md §7 (63Cx), §8 HU, §9 X42; what counts as a number of tries is ours",
  severity: "must",
  next: {
    ja: "リーダーの側で回数を数えず、いま入っているカードが最後に返した63Cxだけを表示してください",
    en: "count nothing yourself: show the last 63Cx of the card that lies there, or nothing",
  },
  *play(bench: Bench) {
    const slot = bench.contactSlot;
    let told: number | undefined;
    const card = playedCard(bench, slot, (command) => {
      if (!holdsPin(command)) return OK;
      told = told === undefined ? TRIES_TOLD : told - 1;
      return Uint8Array.of(0x63, 0xc0 | told);
    });
    yield* powered(bench, card);
    bench.step("the prompt before the card said anything");
    expectTries(bench, yield* prompt(bench), told);
    bench.step("the prompt after a wrong PIN");
    yield* enterPin(bench, testPin(bench.rng, "HU-04"));
    expectTries(bench, yield* prompt(bench), told);

    bench.step("the prompt for another card, which said nothing");
    yield* removed(bench);
    yield* powered(bench, playedCard(bench, slot));
    expectTries(bench, yield* prompt(bench), undefined);
    return { ja: "カードが伝えた回数だけが表示された", en: "nothing but what the card told was shown" };
  },
});

/** What the screen shows from the prompt until the entry is cancelled. */
function* prompt(bench: Bench): Process<string> {
  const before = bench.card.screens.length;
  const command = yield* askForPin(bench);
  bench.card.key("cancel");
  yield* bench.host.answerTo(command, HOST_WAIT_MS.transfer);
  return bench.card.screens.slice(before).join("\n");
}

function expectTries(bench: Bench, shown: string, told: number | undefined): void {
  const numbers = [...shown.normalize("NFKC").matchAll(/[0-9]+/g)].map(Number);
  const wrong = numbers.find((number) => number <= MOST_TRIES && number !== PIN_DIGITS && number !== told);
  bench.require(wrong === undefined, {
    ja: `カードは${told === undefined ? "回数を伝えていない" : `残り${told}回と伝えた`}のに、画面に ${wrong} が出た`,
    en: `the card told ${told === undefined ? "no number of tries" : `${told} tries`}, and the screen showed ${wrong}`,
  });
}
