import { check, fail, inconc, pass } from "../../check.ts";
import { type Shown, shownIn, sittingsOf, unansweredIn, visitOf } from "./sittings.ts";

/** What is left of the offers once the way that was chosen from them failed. */
function leftAfter({ view, touch }: Shown): readonly string[] {
  const chosen = touch?.kind === "chose" ? touch.method : undefined;
  return (view.offers ?? []).filter((method) => method !== chosen);
}

/** A way that failed is taken off the offers, and the others stay open. */
export const failedWayCloses = check({
  id: "reader/failed-way-closes",
  title: { ja: "失敗した方法だけを閉じる", en: "a way that failed closes, the others stay open" },
  expected: {
    ja: "失敗した確認方法を選択肢から外し、ほかの方法は残す",
    en: "takes the way that failed off the offers and keeps the others",
  },
  clause: "requirements.md F05, F08, F12, F13, F14; readers-and-line.md §15 RF-08 to RF-13",
  requires: ["R1-03"],
  next: {
    ja: "失敗した方法を外し、残りの方法で選択画面を出し直してください",
    en: "show the choice again without the way that failed",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const choices = shownIn(sitting).filter(({ view }) => view.screen === "S02");
      for (const [at, closed] of choices.entries()) {
        if (closed.view.message === undefined || unansweredIn(sitting).length > 0) continue;
        const [before, next] = [
          choices.slice(0, at).findLast(({ view }) => view.offers !== undefined),
          choices[at + 1],
        ];
        if (before === undefined) continue;
        const left = leftAfter(before);
        if (left.join() !== (next?.view.offers ?? []).join())
          return fail([closed.seq, next?.seq ?? closed.seq], {
            ja: `${visitOf(sitting)}: 選択肢が ${next?.view.offers?.join() ?? "なし"}（期待 ${left.join()}）`,
            en: `${visitOf(sitting)}: offers ${next?.view.offers?.join() ?? "nothing"} where ${left.join()} is left`,
          });
        evidence.push(closed.seq, ...(next === undefined ? [] : [next.seq]));
      }
    }
    if (evidence.length === 0) return inconc({ ja: "失敗した方法がなかった", en: "no way failed" });
    return pass(evidence, { ja: "失敗した方法だけを閉じた", en: "only what failed was closed" });
  },
  passes: ["F05", "F08"],
  bites: ["F05@reader/offers-failed-way", "F08@reader/offers-failed-way"],
});
