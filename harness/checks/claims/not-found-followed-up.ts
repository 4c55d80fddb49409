import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";

/** A claim for which no new eligibility was found becomes somebody's task. */
export const notFoundFollowedUp = check({
  id: "claims/not-found-followed-up",
  title: { ja: "新しい資格が見つからないレセプト", en: "no new eligibility found" },
  expected: {
    ja: "新しい資格なしの連絡書から、患者への確認を作業として残す",
    en: "keeps a task to ask the patient when the notice says that no new eligibility was found",
  },
  clause: "eligibility-rules.md §9.2 row 6; requirements.md R0-26, C67",
  requires: ["R0-26"],
  next: {
    ja: "該当レセプトごとに確認作業を起こしてください",
    en: "open a task for each such claim",
  },
  judge(trace) {
    const lost = trace
      .on("claims.result")
      .filter(({ fate, message }) => fate !== "dropped" && message.division === "not-found");
    if (lost.length === 0) return inconc({ ja: "該当する連絡書がなかった", en: "there was no such notice" });
    const evidence: number[] = [];
    for (const { seq, message } of lost) {
      const task = actsOf(trace, "task-opened").find(
        (act) => act.seq > seq && act.message.claim === message.claim && act.message.task === "ask-new-insurance",
      );
      if (task === undefined) {
        return fail([seq], { ja: `レセプト${message.claim}: 作業がない`, en: `claim ${message.claim}: no task` });
      }
      evidence.push(seq, task.seq);
    }
    return pass(evidence, { ja: "作業を残した", en: "tasks were kept" });
  },
  passes: ["C67"],
  bites: ["C67@broken/forgets-tasks"],
});
