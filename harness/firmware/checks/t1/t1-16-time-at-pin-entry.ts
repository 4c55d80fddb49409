import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { OK } from "../../cards.ts";
import { succeeded } from "../../host-side.ts";
import { askForPin, testPin } from "../../pin-pad.ts";
import { t1Check } from "./t1-check.ts";

/** A card that asks for more time while it checks a PIN still gets to say what it found. */
export const timeAtPinEntry = t1Check({
  id: "T1-16",
  title: { ja: "PIN照合中のS(WTX要求)", en: "S(WTX request) during PIN entry" },
  expected: { ja: "延長に応じ、照合の結果がホストへ届く", en: "more time is granted, and the result reaches the host" },
  clause: "ISO/IEC 7816-3 §11.6; USB CCID 1.1 §6.1.11; firmware-validation.md §5 rule 4, §9 X24",
  severity: "must",
  alsoNeeds: ["pin-pad"],
  next: {
    ja: "PIN入力のコマンドにも通常と同じT=1処理を使ってください",
    en: "send the command of PIN entry through the same T=1 as every other",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step("PIN entry at the reader");
    // A VERIFY without data before the entry is judged by AP-07.
    const command = yield* card.served(askForPin(bench), ({ kind }) => {
      if (kind === "I") card.answer(OK);
      return undefined;
    });
    bench.card.type(testPin(bench.rng, "T1-16"));
    bench.card.key("enter");
    yield* card.command();
    bench.step("S(WTX request) 01 while the card checks the PIN");
    card.askForTime(1);
    const heard = yield* card.hear();
    bench.require(heard.kind === "S-response" && heard.name === "WTX", {
      ja: `照合中のS(WTX要求)に ${blockText(heard)}`,
      en: `S(WTX request) during VERIFY was followed by ${blockText(heard)}`,
    });
    card.answer(OK);
    const answer = yield* card.result(command);
    bench.require(
      succeeded(answer) && answer.data.length >= OK.length,
      { ja: "照合の結果がホストへ届かない", en: "the result of VERIFY did not reach the host" },
      answer.seq,
    );
    return { ja: "延長の後、結果が届いた", en: "the result came through behind the granted time" };
  },
});
