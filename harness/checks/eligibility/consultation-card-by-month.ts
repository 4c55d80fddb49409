import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Crossing, Trace } from "../../../simulator/kernel/trace.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { monthRule } from "../../../simulator/rules/month-rule.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { paperWorth } from "../paper-worth.ts";
import { answeredValid, notTold, personAt, stepsOf, toldAtEach } from "../reading.ts";

/** A consultation card alone is good only after a proof in the same month, and only with a valid answer. */
export const consultationCardByMonth = check({
  id: "eligibility/consultation-card-by-month",
  title: { ja: "診察券のみの受診", en: "the consultation card alone" },
  expected: {
    ja: "月の最初は確認とせず、その月に確認済みで登録番号の照会が有効なときだけ認める（経過措置の期間のみ）",
    en: "no proof at the first visit of a month; later only after a proof and with a valid answer, in the transition",
  },
  clause: "eligibility-rules.md §14 month rule; requirements.md R2-03 to R2-06",
  requires: ["R2-03", "R2-04", "R2-05", "R2-06", "N-08", "SYS-58"],
  next: {
    ja: "暦月ごとに確認の有無を持ち、診察券のみの受診をそれで判定してください",
    en: "keep for each calendar month whether a proof was shown, and judge by it",
  },
  judge(trace) {
    const shown = stepsOf(trace, "settle").filter(({ message }) => message.proof === "consultation-card");
    if (shown.length === 0) return inconc({ ja: "診察券のみの受診がなかった", en: "nobody showed only that card" });
    const evidence: number[] = [];
    const { told, silent } = toldAtEach(trace, shown, "settled");
    for (const { step, act: settled } of told) {
      const { visit, standing } = settled.message;
      const on = dateAt(step.atMs);
      const { row, result } = monthRule.decide({
        tolerance: policyAt(on).storedNumberTolerance,
        provedThisMonth: provedBefore(trace, step),
        inquiryValid: answeredValid(trace, visit, settled.seq),
      });
      if ((standing === "confirmed") !== (result === "accepted")) {
        return fail([step.seq, settled.seq], {
          ja: `来院${visit}（${on}）: 規則${row}では${result === "accepted" ? "認める" : "認めない"}`,
          en: `visit ${visit} on ${on}: by rule ${row} it is ${result}`,
        });
      }
      evidence.push(step.seq, settled.seq);
    }
    if (silent.length > 0) return notTold(silent);
    return pass(evidence, { ja: `${shown.length}件とも規則どおり`, en: `all ${shown.length} follow the rule` });
  },
  passes: ["C69"],
  bites: ["C69@broken/accepts-consultation-card", "C69@broken/confirms-by-stored-number"],
});

/** Whether the same patient had shown something better earlier in the month: a card at the reader, or a paper that was good. */
function provedBefore(trace: Trace, { seq, atMs, message }: Crossing<"scenario.step">): boolean {
  const person = personAt(trace, message.visit ?? "");
  return stepsOf(trace, "settle").some((other) => {
    const patient = personAt(trace, other.message.visit ?? "");
    return (
      other.seq < seq &&
      dateAt(other.atMs).slice(0, 6) === dateAt(atMs).slice(0, 6) &&
      patient?.name === person?.name &&
      patient?.birthdate === person?.birthdate &&
      other.message.proof !== "consultation-card" &&
      isProof(trace, other, seq)
    );
  });
}

function isProof(trace: Trace, step: Crossing<"scenario.step">, before: number): boolean {
  const worth = paperWorth(trace, step, before);
  return worth === undefined ? answeredValid(trace, step.message.visit, before) : worth !== "refused";
}
