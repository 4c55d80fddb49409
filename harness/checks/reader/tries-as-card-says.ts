import { check, fail, inconc, pass } from "../../check.ts";
import { isVerifyOfPin, shownIn, sittingsOf, statusOf, visitOf } from "./sittings.ts";

/** VERIFY without data, which only asks: four bytes. */
const QUERY_CHARACTERS = 8;

/** What is shown of the tries left is what the card said last; a wrong PIN is told, and none left is told as locked. */
export const triesAsCardSays = check({
  id: "reader/tries-as-card-says",
  title: { ja: "残り回数はカードの言うとおり", en: "tries left as the card says" },
  expected: {
    ja: "暗証番号の残り回数をカードの応答のとおりに表示し、誤りは【SIM-003】、閉塞は【SIM-004】の種類で伝える",
    en: "shows the tries left as the card answered; a wrong PIN and a locked one are told, each in its own way",
  },
  clause: "requirements.md F08; readers-and-line.md §4 (the card counts, not the reader)",
  requires: ["R1-03", "N-04"],
  next: {
    ja: "残り回数を自分で数えず、カードの63Cxを表示してください",
    en: "do not count: show the card's 63Cx",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const visit = visitOf(sitting);
      const said = sitting
        .on("card.apdu")
        .filter(({ message }) => isVerifyOfPin(message) && /^63C\d$/.test(statusOf(message)));
      for (const { seq, view } of shownIn(sitting)) {
        const last = said.findLast((answer) => answer.seq < seq);
        if (view.triesLeft === undefined || last === undefined) continue;
        if (view.triesLeft !== Number(statusOf(last.message).slice(3)))
          return fail([last.seq, seq], {
            ja: `${visit}: 残り${view.triesLeft}回と表示した`,
            en: `${visit}: showed ${view.triesLeft} tries left`,
          });
        evidence.push(seq);
      }
      for (const { seq, message } of said.filter(({ message: sent }) => sent.command.length > QUERY_CHARACTERS)) {
        const next = shownIn(sitting).find((shown) => shown.seq > seq);
        const wanted = statusOf(message) === "63C0" ? "SIM-004" : "SIM-003";
        if (next?.view.message !== wanted)
          return fail([seq, next?.seq ?? seq], {
            ja: `${visit}: 誤りを伝えない`,
            en: `${visit}: does not tell the wrong PIN`,
          });
        evidence.push(next.seq);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "暗証番号が使われなかった", en: "no PIN was typed" });
    return pass(evidence, { ja: "どの表示もカードのとおり", en: "every screen says what the card said" });
  },
  passes: ["F08"],
  bites: ["F08@reader/own-pin-counter"],
});
