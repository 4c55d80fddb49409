import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf } from "./sittings.ts";

/** So long a card may lie there when all is done. */
const PATIENCE_MS = 60_000;

/** While a card lies there no other session begins, and a card that was forgotten raises an alarm. */
export const cardRemovedBeforeNext = check({
  id: "reader/card-removed-before-next",
  title: { ja: "カードが取られてから次を始める", en: "the card is taken before the next session" },
  expected: {
    ja: "カードが残っている間は次の受付を始めず、60秒を過ぎたら取り忘れを知らせる",
    en: "begins no session while a card lies there, and raises an alarm after 60 s",
  },
  clause: "requirements.md F24, X-10; readers-and-line.md §17 (S09, ours)",
  requires: ["R3-39", "X-10"],
  next: {
    ja: "カードの取り出しを確かめてから待受画面に戻ってください",
    en: "go back to idle once the card is out",
  },
  judge(trace) {
    const evidence: number[] = [];
    const lying = new Map<string, number>();
    for (const { seq, pco, message } of trace.crossings) {
      if (pco === "reader.screen" && message.screen === "S00" && message.touch === undefined) {
        const card = lying.get(message.reader);
        if (card !== undefined)
          return fail([card, seq], {
            ja: "カードが残ったまま次の受付を始めた",
            en: "a session began while a card lay there",
          });
      }
      if (pco !== "card.field") continue;
      if (message.change === "inserted") lying.set(message.reader, seq);
      else if (lying.delete(message.reader)) evidence.push(seq);
    }
    for (const sitting of sittingsOf(trace)) {
      const [done, alarm] = shownIn(sitting).filter(({ view }) => view.screen === "S09");
      const removed = sitting.on("card.field").at(-1);
      if (done === undefined || removed === undefined || removed.atMs - done.atMs <= PATIENCE_MS) continue;
      if (alarm?.view.message === undefined)
        return fail([done.seq, removed.seq], { ja: "取り忘れを知らせない", en: "no alarm for a forgotten card" });
      evidence.push(alarm.seq);
    }
    return evidence.length === 0
      ? inconc({ ja: "カードが置かれなかった", en: "no card was put down" })
      : pass(evidence, { ja: "どの受付もカードが取られた後", en: "every session began after the card was taken" });
  },
  passes: ["F24"],
  bites: ["F24@reader/skips-removal"],
});
