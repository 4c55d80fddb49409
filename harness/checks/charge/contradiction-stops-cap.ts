import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, notTold } from "../reading.ts";
import { owedIn } from "./owed.ts";

/** Where ratio and limit class contradict each other, the insurer is asked and no cap is applied by itself. */
export const contradictionStopsCap = check({
  id: "charge/contradiction-stops-cap",
  title: { ja: "負担割合と適用区分の不一致", en: "a contradiction stops the cap" },
  expected: {
    ja: "警告し、保険者への照会を作業として残し、上限を自動適用しない",
    en: "warns, keeps the task to ask the insurer, and applies no cap by itself",
  },
  clause: "eligibility-rules.md §4.3; requirements.md R3-33, R3-34, R3-35",
  requires: ["R3-33", "R3-34", "R3-35"],
  next: {
    ja: "1割・2割と現役並み、3割と一般・低所得の組合せでは上限計算を止め、保険者に照会してください",
    en: "stop the cap for one or two tenths with active income, and for three tenths with general or low income",
  },
  judge(trace) {
    const contradictions = owedIn(trace).filter(({ cap }) => cap?.contradiction === true);
    if (contradictions.length === 0) return inconc({ ja: "不一致がなかった", en: "nothing contradicted" });
    const evidence: number[] = [];
    for (const { visit, charged } of contradictions) {
      if (charged === undefined) continue;
      const { seq, message } = charged;
      if (message.capYen !== undefined) {
        return fail([seq], {
          ja: `来院${visit}: 不一致なのに上限${message.capYen}円を適用した`,
          en: `visit ${visit}: a cap of ${message.capYen} yen was applied in spite of the contradiction`,
        });
      }
      const told = actsOf(trace, "alerted").find(
        ({ message: act }) => act.visit === visit && act.alert === "limit-contradiction",
      );
      const task = actsOf(trace, "task-opened").find(
        ({ message: act }) => act.visit === visit && act.task === "ask-insurer",
      );
      if (told === undefined || task === undefined) {
        return fail([seq], {
          ja: `来院${visit}: 不一致を警告しなかった、または保険者への照会を残さなかった`,
          en: `visit ${visit}: no warning, or no task to ask the insurer`,
        });
      }
      evidence.push(seq, told.seq, task.seq);
    }
    const silent = contradictions.filter(({ charged }) => charged === undefined);
    if (silent.length > 0) return notTold(silent.map(({ step }) => step));
    return pass(evidence, { ja: "警告し上限を止めた", en: "it warned and stopped the cap" });
  },
  passes: ["C20", "C21"],
  bites: ["C20@broken/caps-contradiction", "C21@broken/caps-contradiction"],
});
