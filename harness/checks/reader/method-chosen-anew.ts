import type { Crossing } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** The choices each call to the terminal may follow; calls that confirm nobody are left out. */
const METHODS: Readonly<Partial<Record<Crossing<"terminal.api">["message"]["call"], readonly string[]>>> = {
  confirmWithPin: ["pin"],
  confirmWithoutPin: ["face", "visual"],
  confirmWithPhone: ["phone"],
};

/** Each patient chooses how to be confirmed: no mode is left on from the one before. */
export const methodChosenAnew = check({
  id: "reader/method-chosen-anew",
  title: { ja: "確認方法は患者ごとに選ぶ", en: "the way is chosen anew by each patient" },
  expected: {
    ja: "前の患者の確認方法や目視確認モードを引き継がない",
    en: "carries neither way nor visual mode over from the patient before",
  },
  clause: "requirements.md F16, X-10; readers-and-line.md §5.2 (must be set back), §15 RF-21",
  requires: ["R1-03", "X-10"],
  next: {
    ja: "受付が終わるたびに既定の状態へ戻してください",
    en: "go back to the default after every session",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      for (const { seq, message } of sitting.on("terminal.api")) {
        const methods = METHODS[message.call];
        if (methods === undefined) continue;
        const chosen = shownIn(sitting).findLast(({ seq: at, touch }) => at < seq && touch?.kind === "chose");
        if (chosen?.touch?.kind !== "chose" || !methods.includes(chosen.touch.method))
          return fail([seq], {
            ja: `${visitOf(sitting)}: 選ばれていない方法で確認した`,
            en: `${visitOf(sitting)}: confirmed in a way nobody chose`,
          });
        evidence.push(chosen.seq);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "本人確認がなかった", en: "nobody was confirmed" });
    return pass(evidence, {
      ja: `${evidence.length}回とも本人が選んだ`,
      en: `chosen by the patient each of ${evidence.length} times`,
    });
  },
  passes: ["F08"],
  bites: ["F08@reader/keeps-method"],
});
