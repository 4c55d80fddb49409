import { check, fail, inconc, pass } from "../../check.ts";
import { faceFilesIn, type Sitting, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** As often as a phone may be held. */
const MOST_HOLDS = 3;

/** Where holding a phone came to nothing: not felt, locked, or the wrong PIN. */
function failuresIn(sitting: Sitting): readonly number[] {
  if (shownIn(sitting).every(({ touch }) => touch?.kind !== "held-phone")) return [];
  const unfelt = sitting
    .on("card.field")
    .filter(({ message }) => message.change === "inserted" && message.atr === undefined);
  const refused = sitting
    .on("terminal.api")
    .filter(({ message: { result } }) => result.kind === "card-failed" || result.kind === "pin-wrong");
  return [...unfelt, ...refused].map(({ seq }) => seq).sort((a, b) => a - b);
}

/** A phone that was not read is told how to be held, tried again, and given up after a few times. */
export const phoneGuided = check({
  id: "reader/phone-guided",
  title: { ja: "スマートフォンのやり直しを案内する", en: "a phone is guided, tried again, given up" },
  expected: {
    ja: "失敗のたびに案内を出してやり直させ、3回で中止して結果を残さない",
    en: "guides after each failure, lets try again, and gives up after three without a result",
  },
  clause: "requirements.md F26; readers-and-line.md §4, §15 RF-14; how often is ours",
  requires: ["R1-03"],
  next: {
    ja: "かざし方や認証を案内し、回数を限ってやり直させてください",
    en: "show how to hold or unlock it, and limit the tries",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const failures = failuresIn(sitting);
      if (failures.length === 0) continue;
      const visit = visitOf(sitting);
      const shown = shownIn(sitting);
      for (const [at, seq] of failures.entries()) {
        const [guidance, next] = shown.filter((later) => later.seq > seq);
        const last = at === MOST_HOLDS - 1;
        if (
          guidance?.view.message === undefined ||
          guidance.view.screen === "S09" ||
          (next?.view.screen === "S09") !== last
        )
          return fail([seq, guidance?.seq ?? seq], {
            ja: `${visit}: ${at + 1}回目の失敗の後の案内またはやり直しがない`,
            en: `${visit}: no guidance or no further try after failure ${at + 1}`,
          });
        evidence.push(seq, guidance.seq);
      }
      const [file] = faceFilesIn(sitting);
      if (failures.length === MOST_HOLDS && file !== undefined)
        return fail([file.seq], {
          ja: `${visit}: 中止したのに結果がある`,
          en: `${visit}: a result although it gave up`,
        });
    }
    if (evidence.length === 0) return inconc({ ja: "失敗がなかった", en: "every phone was read at once" });
    return pass(evidence, {
      ja: `${evidence.length / 2}回とも案内した`,
      en: `guided each of ${evidence.length / 2} times`,
    });
  },
  passes: ["F26"],
  bites: ["F26@reader/one-hold-only"],
});
