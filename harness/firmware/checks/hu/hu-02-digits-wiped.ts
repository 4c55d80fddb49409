import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";
import { bytesTell } from "../../pin-forms.ts";
import { askForPin, enterPin, pinsGiven, testPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** Digits are gone from memory once used and once the card went; the next card is given its own alone. */
export const digitsWiped = padCheck({
  id: "HU-02",
  title: { ja: "使用後・取り外し後に暗証番号を消す", en: "digits are wiped after use and after removal" },
  expected: {
    ja: "照合の後も、入力途中で取り外した後も、作業メモリーに数字がない。次のカードには次の人の数字だけが届く",
    en: "no digits in memory after VERIFY and after a removal in the middle of an entry; the next card gets what the next person typed and nothing else",
  },
  clause: "firmware-validation.md §8 HU, §9 X40",
  severity: "critical",
  next: {
    ja: "入力が終わったとき（完了・取消・時間切れ・取り外し）に必ずバッファーを0で埋めてください",
    en: "however an entry ends — done, cancelled, out of time, card gone — overwrite its buffer",
  },
  *play(bench: Bench) {
    const slot = bench.contactSlot;
    const used = testPin(bench.rng, "HU-02");
    const [left, own] = [turned(used, 1), turned(used, 2)]; // three PINs of which no two are alike
    yield* powered(bench, playedCard(bench, slot));
    bench.step("a PIN is typed and used");
    yield* enterPin(bench, used);
    const isKeptAfterUse = yield* memoryTells(bench, used);

    bench.step("a PIN is typed, and the card is taken out before enter");
    const command = yield* askForPin(bench);
    bench.card.type(left);
    bench.card.remove(slot);
    yield* bench.host.answerTo(command, HOST_WAIT_MS.transfer);
    const isKeptAfterRemoval = yield* memoryTells(bench, left);

    bench.step("the next card, and the PIN of its holder");
    const next = playedCard(bench, slot);
    yield* powered(bench, next);
    const { seq } = yield* enterPin(bench, own);
    const given = pinsGiven(next);
    bench.require(
      given.every((digits) => digits === own),
      {
        ja: "次のカードのVERIFYに、前の人が入力した数字が入っていた",
        en: "VERIFY for the next card held digits that the person before had typed",
      },
      seq,
    );
    bench.require(!isKeptAfterUse, {
      ja: "照合の後も作業メモリーに数字が残っている",
      en: "the digits are still in memory after VERIFY",
    });
    bench.require(!isKeptAfterRemoval, {
      ja: "取り外した後も作業メモリーに数字が残っている",
      en: "the digits are still in memory after the removal",
    });
    return { ja: "数字は残らず、次のカードに届かなかった", en: "no digits stayed, and none reached the next card" };
  },
});

/** The same digits, beginning with a later one. */
const turned = (pin: string, by: number): string => pin.slice(by) + pin.slice(0, by);

/** True when the working memory holds digits; firmware that does not show its memory is judged by what it does alone. */
function* memoryTells(bench: Bench, digits: string): Process<boolean> {
  const memory = yield* bench.card.ask("getMemory");
  return memory !== undefined && bytesTell(memory, digits);
}
