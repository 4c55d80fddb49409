import { check, fail, inconc, pass } from "../../check.ts";
import { isVerifyOfPin, type Sitting, shownIn, sittingsOf, statusOf, visitOf } from "./sittings.ts";

const LOCKED = new Set(["63C0", "6983", "6984"]);
/** SELECT of the PIN object 0018. */
const SELECT_PIN = "00A4020C020018";

/** Where the card said before the choice that its PIN cannot be used: locked, or not there. */
function unusableIn(sitting: Sitting): number | undefined {
  const choice = shownIn(sitting).find(({ view }) => view.screen === "S02")?.seq ?? 0;
  return sitting.on("card.apdu").find(({ seq, message }) => {
    const missing = message.command.startsWith(SELECT_PIN) && statusOf(message) === "6A82";
    return seq < choice && (missing || (isVerifyOfPin(message) && LOCKED.has(statusOf(message))));
  })?.seq;
}

/** A PIN that is locked, or was never set, is no choice. */
export const unusablePinNotOffered = check({
  id: "reader/unusable-pin-not-offered",
  title: { ja: "使えない暗証番号を選ばせない", en: "a PIN that cannot be used is not offered" },
  expected: {
    ja: "閉塞した暗証番号、または設定のない暗証番号を選択肢に出さない",
    en: "offers no PIN that is locked or was never set",
  },
  clause: "requirements.md F09, F10; eligibility-rules.md §7.2; my-number-card.md §8 D-08",
  requires: ["R1-03", "N-04"],
  next: {
    ja: "カードの残り回数を確かめ、0なら暗証番号のボタンを出さないでください",
    en: "ask the card for the tries left, and show no PIN button at 0",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const told = unusableIn(sitting);
      if (told === undefined) continue;
      const offers = shownIn(sitting).filter(({ seq, view }) => seq > told && view.offers !== undefined);
      const wrong = offers.find(({ view }) => view.offers?.includes("pin"));
      if (wrong !== undefined)
        return fail([told, wrong.seq], {
          ja: `${visitOf(sitting)}: 暗証番号を選択肢に出した`,
          en: `${visitOf(sitting)}: offered the PIN`,
        });
      evidence.push(...offers.map(({ seq }) => seq));
    }
    if (evidence.length === 0) return inconc({ ja: "使えない暗証番号がなかった", en: "every PIN could be used" });
    return pass(evidence, { ja: `${evidence.length}画面とも暗証番号なし`, en: `no PIN on ${evidence.length} screens` });
  },
  passes: ["F09", "F10"],
  bites: ["F09@reader/offers-locked-pin", "F10@reader/offers-locked-pin"],
});
