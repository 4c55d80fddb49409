import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";
import { askForPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** What firmware is given to clear its screen, ms. */
const CLEAR_MS = 1_000;

/** The screen of a PIN entry goes with the card. */
export const screenRests = padCheck({
  id: "HU-03",
  title: { ja: "取り外し後の画面", en: "the screen rests after removal" },
  expected: {
    ja: "入力画面の表示中にカードを取り外すと、1秒以内に画面が待機に戻る",
    en: "when the card is taken out during an entry, the prompt is gone within a second",
  },
  clause: "firmware-validation.md §8 HU (screen state after removal); the second is ours",
  severity: "critical",
  next: {
    ja: "取り外しで入力処理を中断するとき、画面も待機に戻してください（次の人が入力してしまいます）",
    en: "where a removal breaks off the entry, clear the screen too: the next person would type into it",
  },
  *play(bench: Bench) {
    yield* powered(bench, playedCard(bench, bench.contactSlot));
    bench.step("the reader asks for a PIN, and the card is taken out");
    const command = yield* askForPin(bench);
    bench.card.remove(bench.contactSlot);
    const rests = yield* bench.card.untilScreen((text) => text === "", CLEAR_MS);
    yield* bench.host.answerTo(command, HOST_WAIT_MS.transfer);
    bench.require(rests, {
      ja: "取り外した後も暗証番号の入力画面のまま",
      en: "the card is gone and the prompt is still on the screen",
    });
    return { ja: "画面は待機に戻った", en: "the screen rests" };
  },
});
