import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf, visitOf, wasAccepted } from "./sittings.ts";

/** More is no retry but a loop (ours). */
const MOST_TRIES = 5;

/** A face that is not accepted is tried a few times, time-overs included; then the reader goes over to another way. */
export const faceTriesBounded = check({
  id: "reader/face-tries-bounded",
  title: { ja: "顔認証の回数に上限がある", en: "a face is tried a few times at most" },
  expected: {
    ja: "認められない顔を数回で打ち切り、ほかの方法を出す",
    en: "stops after a few tries and offers another way",
  },
  clause: "requirements.md F12; readers-and-line.md §5.4, §17 (three tries, ours; no maker publishes its number)",
  requires: ["R1-03"],
  next: {
    ja: "試行回数を限り、尽きたら暗証番号または目視を出してください",
    en: "limit the tries, then offer PIN or visual check",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const shown = shownIn(sitting);
      const tries = shown.flatMap(({ seq, view }) => (view.screen === "S03a" ? [seq] : []));
      const accepted = sitting.on("camera.frame").some((frame) => wasAccepted(sitting, frame));
      if (tries.length === 0 || (accepted && tries.length === 1)) continue;
      const visit = visitOf(sitting);
      if (tries.length > MOST_TRIES)
        return fail(tries, {
          ja: `${visit}: ${tries.length}回試した`,
          en: `${visit}: tried ${tries.length} times`,
        });
      const next = shown.find(({ seq, view }) => seq > Math.max(...tries) && view.offers !== undefined);
      if (!accepted && next === undefined)
        return fail(tries, { ja: `${visit}: ほかの方法を出さない`, en: `${visit}: offers no other way` });
      evidence.push(...tries, ...(next === undefined ? [] : [next.seq]));
    }
    if (evidence.length === 0) return inconc({ ja: "どの顔も一度で認められた", en: "every face was accepted at once" });
    return pass(evidence, { ja: "回数は上限内", en: "within the limit" });
  },
  passes: ["F12"],
  bites: ["F12@reader/tries-faces-without-end"],
});
