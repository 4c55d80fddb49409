import { check, fail, inconc, pass } from "../../check.ts";
import { isSelectOfJpki, shownIn, sittingsOf, statusOf, visitOf } from "./sittings.ts";

/** No such application: said by the card, or by a reader in place of one that speaks no APDU (my-number-card.md §2.8). */
const NOT_THERE = new Set(["6A82", "6A81", "6D00", "6E00"]);

/** A card without the JPKI application is told as another card: message 002, and no terminal hears of it. */
export const otherCardTold = check({
  id: "reader/other-card-told",
  title: { ja: "別のカードを見分ける", en: "another kind of card is told" },
  expected: {
    ja: "JPKIアプリケーションのないカードには【002】を表示し、端末に何も渡さない",
    en: "shows 002 for a card without the JPKI application and tells the terminal nothing",
  },
  clause: "requirements.md F02; readers-and-line.md §6 (002), §15 RF-02; my-number-card.md §3.3",
  requires: ["R3-43"],
  next: {
    ja: "AIDの選択の結果で見分け、【002】を表示してください",
    en: "tell cards apart by the answer to SELECT by AID, and show 002",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const refused = sitting
        .on("card.apdu")
        .find(({ message }) => isSelectOfJpki(message) && NOT_THERE.has(statusOf(message)));
      if (refused === undefined) continue;
      const visit = visitOf(sitting);
      const [call] = sitting.on("terminal.api");
      if (call !== undefined)
        return fail([refused.seq, call.seq], { ja: `${visit}: 端末を呼び出した`, en: `${visit}: called the terminal` });
      const last = shownIn(sitting).at(-1);
      if (last?.view.message !== "002")
        return fail([refused.seq, last?.seq ?? refused.seq], {
          ja: `${visit}: 【002】で終わらない`,
          en: `${visit}: does not end with 002`,
        });
      evidence.push(refused.seq, last.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "別のカードがなかった", en: "no other card was seen" });
    return pass(evidence, { ja: `${evidence.length / 2}枚とも【002】`, en: `002 for each of ${evidence.length / 2}` });
  },
  passes: ["F02"],
  bites: ["F02@reader/calls-every-card-unreadable"],
});
