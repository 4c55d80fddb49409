import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, personIn, sameFile, stepsOf } from "../reading.ts";

/** The answer gives the branch number even where nobody typed it. */
export const branchStored = check({
  id: "eligibility/branch-stored",
  title: { ja: "返された枝番の保存", en: "the branch number that came back is stored" },
  expected: {
    ja: "枝番なしの照会に返された枝番を保存する",
    en: "stores the branch number an inquiry without one brought back",
  },
  clause: "eligibility-rules.md §3.3 row 4; requirements.md C08",
  requires: ["R0-15", "R1-04"],
  next: {
    ja: "入力値ではなく結果ファイルのInsuredBranchNumberを登録してください",
    en: "store InsuredBranchNumber of the result, not what was typed",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const { message } of stepsOf(trace, "inquiry")) {
      if (message.keys === undefined || message.keys.branch !== undefined || message.visit === undefined) continue;
      for (const answer of answersFor(trace, message.visit)) {
        const branch = personIn(answer)?.InsuredBranchNumber;
        if (branch === undefined || answer.record.MessageBody.QualificationValidity !== "1") continue;
        const imported = actsOf(trace, "imported").find(({ message: act }) => sameFile(act.file, answer.file.name));
        if (imported?.message.items["InsuredBranchNumber"] !== branch)
          return fail([answer.seq], { ja: `枝番${branch}を保存しなかった`, en: `branch ${branch} was not stored` });
        evidence.push(imported.seq);
      }
    }
    return evidence.length === 0
      ? inconc({ ja: "枝番なしの照会がなかった", en: "no inquiry without branch number" })
      : pass(evidence, { ja: "返された枝番を保存した", en: "the branch number was stored" });
  },
  passes: ["C08"],
  bites: ["C08@broken/trims-numbers"],
});
