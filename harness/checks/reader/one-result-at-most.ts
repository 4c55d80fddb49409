import { check, fail, inconc, pass } from "../../check.ts";
import { faceFilesIn, sittingsOf, visitOf } from "./sittings.ts";

/** A check-in leads to one result at most, even where its answer was lost on the way to the reader. */
export const oneResultAtMost = check({
  id: "reader/one-result-at-most",
  title: { ja: "結果は多くとも1件", en: "one result at most" },
  expected: {
    ja: "1回の受付で結果を求めるのは1度だけで、ファイルは多くとも1件",
    en: "asks for the result once a check-in, and one file is written at most",
  },
  clause: "requirements.md F20; readers-and-line.md §17 (the reader never queues, the terminal keeps nothing)",
  requires: ["X-10"],
  next: {
    ja: "応答がなくても結果を求め直さず、患者にやり直してもらってください",
    en: "do not ask again when no answer came: let the patient begin anew",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const asked = sitting.on("central.message").filter(({ message }) => message.kind === "SIMconclude");
      const files = faceFilesIn(sitting);
      const all = [...asked, ...files].map(({ seq }) => seq);
      if (asked.length > 1 || files.length > 1)
        return fail(all, {
          ja: `${visitOf(sitting)}: 結果を${asked.length}回求め、ファイル${files.length}件`,
          en: `${visitOf(sitting)}: asked for the result ${asked.length} times, ${files.length} files`,
        });
      evidence.push(...all);
    }
    if (evidence.length === 0) return inconc({ ja: "結果がなかった", en: "no result was asked for" });
    return pass(evidence, { ja: "どの受付も1件まで", en: "no check-in led to more" });
  },
  passes: ["F20"],
  bites: ["F20@reader/concludes-again"],
});
