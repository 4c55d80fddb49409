import { check, fail, inconc, pass } from "../../check.ts";
import { after, faceFilesIn, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** The name is shown, and a patient who says that it is not theirs leaves neither consent nor result. */
export const notMeLeavesNothing = check({
  id: "reader/not-me-leaves-nothing",
  title: { ja: "「本人ではない」で何も残さない", en: "not me leaves nothing" },
  expected: {
    ja: "名前を表示し、「本人ではない」で受付を終え、結果を残さず、名前を消す",
    en: "shows the name, ends the session on not me, leaves no result and clears the name",
  },
  clause: "requirements.md F25, R3-28; readers-and-line.md §5 (S04)",
  requires: ["R3-25", "R3-28"],
  next: {
    ja: "「本人ではない」が選ばれたら、何も送らずに終了してください",
    en: "when the patient says not me, end without sending anything",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const name = shownIn(sitting).find(({ touch }) => touch?.kind === "not-me");
      if (name === undefined) continue;
      const later = shownIn(sitting).filter(({ seq }) => seq > name.seq);
      const call = after(sitting, name.seq).find(({ pco }) => pco === "terminal.api");
      const wrong =
        later.find(({ view }) => view.screen !== "S09" || view.name !== undefined) ?? call ?? faceFilesIn(sitting)[0];
      if (name.view.name === undefined || wrong !== undefined)
        return fail([name.seq, wrong?.seq ?? name.seq], {
          ja: `${visitOf(sitting)}: 受付を続けた`,
          en: `${visitOf(sitting)}: went on`,
        });
      evidence.push(name.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "「本人ではない」がなかった", en: "nobody said not me" });
    return pass(evidence, { ja: `${evidence.length}回とも終了`, en: `ended each of ${evidence.length} times` });
  },
  passes: ["F25"],
  bites: ["F25@reader/ignores-not-me"],
});
