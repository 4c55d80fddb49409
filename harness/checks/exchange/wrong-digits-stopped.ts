import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** A number whose length or check digit is wrong is stopped where it is typed. */
export const wrongDigitsStopped = check({
  id: "exchange/wrong-digits-stopped",
  title: { ja: "検証番号の確認", en: "wrong check digits are stopped" },
  expected: {
    ja: "検証番号や桁数の誤った番号は送信前に受け付けず、正しい番号は受け付ける",
    en: "takes no number with a wrong check digit or length, and every right one",
  },
  clause: "eligibility-rules.md §12; requirements.md C74, N-22",
  requires: ["X-06"],
  next: {
    ja: "入力時に桁数と検証番号を確認してください（77777777は不詳請求のみ）",
    en: "look at length and check digit on entry (77777777 belongs to unknown claims only)",
  },
  judge(trace) {
    const steps = stepsOf(trace, "enter-number");
    if (steps.length === 0) return inconc({ ja: "番号の入力がなかった", en: "no number was typed" });
    const evidence: number[] = [];
    for (const { seq, message } of steps) {
      const act = actsOf(trace, "number-entered").find((candidate) => candidate.seq > seq);
      if (message.typed === undefined || act === undefined || act.message.digits !== message.typed.digits)
        return fail([seq], { ja: "入力の結果が示されなかった", en: "what became of the number was not told" });
      if (act.message.accepted !== message.typed.right)
        return fail([seq, act.seq], {
          ja: `${message.typed.kind}: ${message.typed.right ? "正しい番号を拒否した" : "誤った番号を受け付けた"}`,
          en: `${message.typed.kind}: ${message.typed.right ? "a right number was refused" : "a wrong number was taken"}`,
        });
      evidence.push(act.seq);
    }
    return pass(evidence, {
      ja: `${evidence.length}件すべて正しく判定`,
      en: `all ${evidence.length} numbers judged rightly`,
    });
  },
  passes: ["C74"],
  bites: ["C74@broken/sends-wrong-digits"],
});
