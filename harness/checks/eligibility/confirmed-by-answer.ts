import { check, fail, inconc, pass } from "../../check.ts";
import { isBounded } from "../paper-worth.ts";
import { actsOf, answersFor, notTold, stepsOf, toldAtEach } from "../reading.ts";

/** "Confirmed online" needs a valid answer for that very visit. */
export const confirmedByAnswer = check({
  id: "eligibility/confirmed-by-answer",
  title: { ja: "有効な回答に基づく確認", en: "confirmed by a valid answer" },
  expected: {
    ja: "資格有効性1の回答があった来院だけをオンライン確認済みとし、あった来院は確認済みにする",
    en: "marks a visit as confirmed online exactly when a valid answer (validity 1) for it arrived",
  },
  clause: "eligibility-rules.md §3.7; requirements.md R3-11",
  requires: ["R3-11", "R2-01", "X-01"],
  next: {
    ja: "資格有効性のコード値で判定し、回答のない来院は未確認としてください",
    en: "decide by the validity code; a visit without answer is unconfirmed",
  },
  judge(trace) {
    const settled = actsOf(trace, "settled");
    const steps = stepsOf(trace, "settle");
    if (settled.length === 0) return inconc({ ja: "受付が完了しなかった", en: "no visit was settled" });
    // A file that was refused with a reason (another person, another day) is judged by other checks.
    const refused = new Set(actsOf(trace, "refused").map(({ message }) => message.file.toLowerCase()));
    for (const { seq, message } of settled) {
      const before = answersFor(trace, message.visit).filter((answer) => answer.seq < seq);
      const valid = before.filter(({ record }) => record.MessageBody.QualificationValidity === "1");
      const shown = steps.findLast((step) => step.seq < seq && step.message.visit === message.visit)?.message.proof;
      const online = message.basis === "online";
      const confirmed = message.standing === "confirmed";
      const seqs = [...before.map((answer) => answer.seq), seq];
      // A paper may stand in for an answer, whatever the basis is called; where none was shown, nothing does.
      if (confirmed && (online || (shown ?? "none") === "none") && valid.length === 0) {
        return fail(seqs, {
          ja: `有効な回答のない来院${message.visit}を確認済みにした`,
          en: `visit ${message.visit} was confirmed without a valid answer`,
        });
      }
      const last = before.at(-1);
      const ignored = last !== undefined && last === valid.at(-1) && !(confirmed && online) && !isBounded(shown);
      if (ignored && !refused.has(last.file.name.toLowerCase())) {
        return fail(seqs, {
          ja: `有効な回答のあった来院${message.visit}を確認済みにしなかった`,
          en: `visit ${message.visit} was not confirmed though a valid answer came`,
        });
      }
    }
    const { silent } = toldAtEach(trace, steps, "settled");
    if (silent.length > 0) return notTold(silent);
    return pass(
      settled.map(({ seq }) => seq),
      {
        ja: `${settled.length}件の来院の判定が回答と一致`,
        en: `visits that agree with their answers: ${settled.length}`,
      },
    );
  },
  passes: ["C01", "C07", "C10", "C53"],
  bites: ["C10@broken/keeps-invalid", "C01@broken/ignores-valid", "C10@broken/confirms-on-nothing"],
});
