import { check, fail, inconc, pass } from "../../check.ts";
import { answersFor, visitsOf } from "../reading.ts";
import { aidIn, payersFor, pulledFor, pullsOf, twelveIn } from "./aid-reading.ts";

/** Once the aid has ended its record is gone, and so is 12 from the claim, whatever numbers the chart still has. */
export const endedNotBilled = check({
  id: "aid/ended-not-billed",
  title: { ja: "廃止された医療扶助は請求しない", en: "aid that has ended is not billed" },
  expected: {
    ja: "A1のない有効な回答の来院では、登録済みの番号があっても12で請求しない",
    en: "after a valid answer without A1 nothing is billed to 12, whatever numbers are stored",
  },
  clause: "eligibility-rules.md §13.3 (aid ended); requirements.md C37",
  requires: ["R0-04"],
  next: {
    ja: "医療扶助の番号を次の来院に引き継がないでください",
    en: "do not carry the numbers of aid over to the next visit",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const visit of visitsOf(trace)) {
      const answers = answersFor(trace, visit).filter(({ file }) => file.folder === "face");
      const valid = answers.find(({ record }) => record.MessageBody.QualificationValidity === "1");
      const payers = payersFor(trace, visit).at(-1);
      if (valid === undefined || payers === undefined || answers.some((answer) => aidIn(answer) !== undefined))
        continue;
      if (pullsOf(trace).some((pull) => pulledFor(trace, visit, pull) !== undefined)) continue;
      if (twelveIn(payers) !== undefined)
        return fail([valid.seq, payers.seq], {
          ja: `来院${visit}: 終わった医療扶助を12で請求した`,
          en: `visit ${visit}: billed to 12 though the aid has ended`,
        });
      evidence.push(valid.seq, payers.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "A1のない来院がなかった", en: "no visit came without A1" });
    return pass(evidence, { ja: "12で請求しなかった", en: "nothing was billed to 12" });
  },
  passes: ["C37"],
  bites: ["C37@broken/bills-without-ticket"],
});
