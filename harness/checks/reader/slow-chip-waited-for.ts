import { check, fail, inconc, pass } from "../../check.ts";
import { faceFilesIn, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** A chip that asks for waiting time extensions is waited for, and the check-in comes to its end. */
export const slowChipWaitedFor = check({
  id: "reader/slow-chip-waited-for",
  title: { ja: "応答の遅いカードを待つ", en: "a slow chip is waited for" },
  expected: {
    ja: "待ち時間の延長に応じて受付を終え、結果が届く",
    en: "grants waiting time extensions, and the result arrives",
  },
  clause: "requirements.md F07; my-number-card.md §7.2; firmware-validation.md §6",
  requires: ["X-04"],
  next: {
    ja: "待ち時間の延長（WTX）を受けたら、その分だけ待ってください",
    en: "wait as long as S(WTX) asks",
  },
  judge(trace) {
    const sittings = sittingsOf(trace);
    const slow = sittings.flatMap(
      (sitting) => sitting.on("card.apdu").find(({ message }) => (message.waitingTimeExtensions ?? 0) > 0) ?? [],
    );
    const evidence = slow.map(({ seq }) => seq);
    if (evidence.length === 0) return inconc({ ja: "遅いカードがなかった", en: "no slow chip was seen" });
    // A reader that gave up leaves no trace of the answer it did not wait for: every check-in must come to its end.
    for (const sitting of sittings) {
      const [file] = faceFilesIn(sitting);
      if (file === undefined)
        return fail([...evidence, shownIn(sitting).at(-1)?.seq ?? sitting.step.seq], {
          ja: `${visitOf(sitting)}: 結果が届かない`,
          en: `${visitOf(sitting)}: no result arrived`,
        });
      evidence.push(file.seq);
    }
    return pass(evidence, {
      ja: `${sittings.length}回とも結果あり`,
      en: `a result each of ${sittings.length} times`,
    });
  },
  passes: ["F07"],
  bites: ["F07@reader/impatient"],
});
