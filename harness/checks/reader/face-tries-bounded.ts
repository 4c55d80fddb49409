import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** More is no retry but a loop (ours). */
const MOST_TRIES = 5;

/** A face that does not match is tried a few times; then the reader goes over to another way. */
export const faceTriesBounded = check({
  id: "reader/face-tries-bounded",
  title: { ja: "顔認証の回数に上限がある", en: "a face is tried a few times at most" },
  expected: {
    ja: "一致しない顔を数回で打ち切り、ほかの方法を出す",
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
      const refused = sitting.on("camera.frame").filter(({ message }) => message.score < message.threshold);
      if (refused.length === 0) continue;
      const frames = refused.map(({ seq }) => seq);
      const visit = visitOf(sitting);
      if (refused.length > MOST_TRIES)
        return fail(frames, {
          ja: `${visit}: ${refused.length}回試した`,
          en: `${visit}: tried ${refused.length} times`,
        });
      const next = shownIn(sitting).find(({ seq, view }) => seq > Math.max(...frames) && view.offers !== undefined);
      if (next === undefined)
        return fail(frames, { ja: `${visit}: ほかの方法を出さない`, en: `${visit}: offers no other way` });
      evidence.push(...frames, next.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "一致しない顔がなかった", en: "every face matched" });
    return pass(evidence, { ja: "回数は上限内", en: "within the limit" });
  },
  passes: ["F12"],
  bites: ["F12@reader/tries-faces-without-end"],
});
