import { check, fail, inconc, pass } from "../../check.ts";
import { after, faceFilesIn, shownIn, sittingsOf, unansweredIn, visitOf } from "./sittings.ts";

/** Once a card that was read falls silent, the session ends at once: no other screen, no other way, no result. */
export const silenceEnds = check({
  id: "reader/silence-ends",
  title: { ja: "応答が途絶えたら終わる", en: "silence ends the session" },
  expected: {
    ja: "受付の途中で応答が途絶えたら、メッセージを出して終わり、結果を残さない",
    en: "ends with a message when the card falls silent during a session, and leaves no result",
  },
  clause: "requirements.md F03, F04, F06; readers-and-line.md §15 RF-01, RF-04",
  requires: ["R3-53", "X-04"],
  next: {
    ja: "カードが応答しなくなったら、ほかの方法を出さずに終了してください",
    en: "offer nothing more once the card does not answer",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const found = shownIn(sitting).find(({ view }) => view.screen === "S01");
      const lost = unansweredIn(sitting).find(({ seq }) => found !== undefined && seq > found.seq);
      if (lost === undefined) continue;
      const visit = visitOf(sitting);
      const later = shownIn(sitting).filter(({ seq }) => seq > lost.seq);
      const other = later.find(({ view }) => view.screen !== "S09");
      const asked = after(sitting, lost.seq).find(({ pco }) => pco === "card.apdu" || pco === "card.supply");
      const wrong = other ?? asked ?? faceFilesIn(sitting)[0];
      if (wrong !== undefined)
        return fail([lost.seq, wrong.seq], {
          ja: `${visit}: 途絶えた後も続けた`,
          en: `${visit}: went on after the silence`,
        });
      const [last] = later;
      if (last?.view.message === undefined)
        return fail([lost.seq], { ja: `${visit}: メッセージがない`, en: `${visit}: no message` });
      evidence.push(last.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "応答は途絶えなかった", en: "no card fell silent" });
    return pass(evidence, { ja: `${evidence.length}回とも終了`, en: `ended each of ${evidence.length} times` });
  },
  passes: ["F03", "F04"],
  bites: ["F03@reader/goes-on-in-silence"],
});
