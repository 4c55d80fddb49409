import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";
import { textTells } from "../../pin-forms.ts";
import { askForPin, entryResult, keysTaken, testPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** The screen shows no digit that is typed, not even the last one for a moment. */
export const maskedDigits = padCheck({
  id: "HU-05",
  title: { ja: "画面に数字を出さない", en: "the screen never shows digits" },
  expected: {
    ja: "入力中の画面に、押した数字が一瞬でも現れない",
    en: "no digit that was pressed is on the screen, not even for a moment",
  },
  clause: "firmware-validation.md §8 HU; that the last digit is hidden as well is ours",
  severity: "must",
  next: {
    ja: "桁数だけを「*」で示してください。最後の1桁を見せる表示もやめてください",
    en: "show one sign for each digit; do not show the last one before it turns into a sign",
  },
  *play(bench: Bench) {
    yield* powered(bench, playedCard(bench, bench.contactSlot));
    const pin = testPin(bench.rng, "HU-05");
    bench.step("a PIN is typed");
    const command = yield* askForPin(bench);
    const prompted = bench.card.screens.length;
    const prompt = bench.card.screen.normalize("NFKC");
    bench.card.type(pin);
    yield* keysTaken(bench);
    const typing = bench.card.screens.slice(prompted).join("\n").normalize("NFKC");
    bench.card.key("enter");
    yield* entryResult(bench, command, HOST_WAIT_MS.transfer);
    const shown = [...pin].filter((digit) => typing.includes(digit) && !prompt.includes(digit)).length;
    bench.require(shown === 0, {
      ja: `入力した4桁のうち${shown}桁が画面に出た`,
      en: `${shown} of the 4 digits typed were on the screen`,
    });
    bench.require(!bench.card.screens.some((text) => textTells(text, pin)), {
      ja: "確定した後の画面に暗証番号が出た",
      en: "the PIN was on the screen after enter",
    });
    return { ja: "押した数字は画面に出なかった", en: "no digit that was pressed was on the screen" };
  },
});
