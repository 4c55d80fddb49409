import { check, fail, inconc, pass } from "../../check.ts";
import { after, faceFilesIn, type Shown, type Sitting, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** No screen waits longer for a touch. */
const LONGEST_MS = 60_000;
/** A screen that stands this long without a touch waited for one; one that only informs is gone at once. */
const WAITED_MS = 5_000;

/** The screen before S09 that waited for a touch in vain, and the one that came next. */
function abandonedIn(sitting: Sitting): readonly [Shown, Shown | undefined] | undefined {
  const shown = shownIn(sitting);
  const at = shown.findIndex(({ seq, atMs, view, touch }) => {
    const next = after(sitting, seq)[0];
    return (
      touch === undefined &&
      view.screen !== "S09" &&
      (next === undefined || (next.pco === "reader.screen" && next.atMs - atMs >= WAITED_MS))
    );
  });
  const screen = shown[at];
  return screen === undefined ? undefined : [screen, shown[at + 1]];
}

/** A screen that nobody touches is cleared within a minute, and the session ends without a result. */
export const abandonedIsCleared = check({
  id: "reader/abandoned-is-cleared",
  title: { ja: "無操作の画面を消す", en: "an abandoned screen is cleared" },
  expected: {
    ja: "60秒以内に画面を消し、同意を捨て、結果を残さない",
    en: "clears the screen within 60 s, discards the consents and leaves no result",
  },
  clause: "requirements.md F23; readers-and-line.md §17 (screen time-outs, ours)",
  requires: ["X-10"],
  next: {
    ja: "無操作で時間が過ぎたら受付を中止し、入力を捨ててください",
    en: "when the time is over end the session and forget what was entered",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const [screen, next] = abandonedIn(sitting) ?? [];
      if (screen === undefined) continue;
      const visit = visitOf(sitting);
      const waitedMs = (next?.atMs ?? Number.POSITIVE_INFINITY) - screen.atMs;
      if (next === undefined || waitedMs > LONGEST_MS)
        return fail([screen.seq, next?.seq ?? screen.seq], {
          ja: `${visit}: ${screen.view.screen} が${waitedMs / 1_000}秒残った`,
          en: `${visit}: ${screen.view.screen} stood for ${waitedMs / 1_000} s`,
        });
      const wrong = next.view.screen !== "S09" ? next : faceFilesIn(sitting)[0];
      const call = after(sitting, screen.seq).find(({ pco }) => pco === "terminal.api");
      if (wrong !== undefined || call !== undefined)
        return fail([screen.seq, wrong?.seq ?? call?.seq ?? screen.seq], {
          ja: `${visit}: 離席後も続けた`,
          en: `${visit}: went on without the patient`,
        });
      evidence.push(next.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "離席がなかった", en: "nobody walked away" });
    return pass(evidence, {
      ja: `${evidence.length}回とも画面を消した`,
      en: `cleared each of ${evidence.length} times`,
    });
  },
  passes: ["F23"],
  bites: ["F23@reader/waits-ten-times", "F23@reader/goes-on-unanswered"],
});
