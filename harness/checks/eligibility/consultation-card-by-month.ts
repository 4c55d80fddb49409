import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { monthRule } from "../../../simulator/rules/month-rule.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { type ActCrossing, actsOf, answersFor, personAt } from "../reading.ts";

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
    const settled = actsOf(trace, "settled").filter(({ message }) => message.basis === "consultation-card");
    if (settled.length === 0) return inconc({ ja: "診察券のみの受診がなかった", en: "nobody showed only that card" });
    for (const one of settled) {
      const on = dateAt(one.atMs);
      const inquiryValid = answersFor(trace, one.message.visit).some(
        ({ seq, record }) => seq < one.seq && record.MessageBody.QualificationValidity === "1",
      );
      const tolerance = policyAt(on).storedNumberTolerance;
      const { row, result } = monthRule.decide({ tolerance, provedThisMonth: provedBefore(trace, one), inquiryValid });
      if ((one.message.standing === "confirmed") !== (result === "accepted")) {
        return fail([one.seq], {
          ja: `来院${one.message.visit}（${on}）: 規則${row}では${result === "accepted" ? "認める" : "認めない"}`,
          en: `visit ${one.message.visit} on ${on}: by rule ${row} it is ${result}`,
        });
      }
    }
    return pass(
      settled.map(({ seq }) => seq),
      { ja: `${settled.length}件とも規則どおり`, en: `all ${settled.length} follow the rule` },
    );
  },
  passes: ["C69"],
  bites: ["C69@broken/accepts-consultation-card"],
});

/** Whether the same patient was properly confirmed by something else earlier in the month. */
function provedBefore(trace: Trace, { seq, atMs, message }: ActCrossing<"settled">): boolean {
  const person = personAt(trace, message.visit);
  return actsOf(trace, "settled").some((other) => {
    const patient = personAt(trace, other.message.visit);
    return (
      other.seq < seq &&
      dateAt(other.atMs).slice(0, 6) === dateAt(atMs).slice(0, 6) &&
      patient?.name === person?.name &&
      patient?.birthdate === person?.birthdate &&
      other.message.basis !== "consultation-card" &&
      (other.message.standing === "confirmed" || other.message.standing === "provisional")
    );
  });
}
