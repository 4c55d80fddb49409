import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { oldCard } from "../../../simulator/rules/old-card.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { standingNames } from "../../subjects/subject.ts";
import { actsOf, answersFor } from "../reading.ts";

/** Papers whose worth depends on the day: the old card, and the notice of eligibility without the card. */
const PAPERS: ReadonlySet<string> = new Set(["old-card", "notice"]);

/** Until when an old insurance card, or a notice alone, may stand in, and with what (eligibility-rules.md §8 P5, P6). */
export const oldCardByDate = check({
  id: "eligibility/old-card-by-date",
  title: { ja: "旧保険証の日付別の扱い", en: "the old insurance card by date" },
  expected: {
    ja: "2025-12-01までは可、2026-03-31までは番号照会が有効な場合のみ暫定的に可、以後は不可",
    en: "good until 2025-12-01, with a valid inquiry until 2026-03-31, not after",
  },
  clause: "eligibility-rules.md §8 P6, §14",
  requires: ["X-02", "R2-01"],
  next: {
    ja: "旧保険証の受付を日付と番号照会の結果で制限してください",
    en: "restrict old cards by date and by the answer to an inquiry",
  },
  judge(trace) {
    const settled = actsOf(trace, "settled").filter(({ message }) => PAPERS.has(message.basis));
    if (settled.length === 0) return inconc({ ja: "旧保険証の受付がなかった", en: "no old card was shown" });
    for (const { seq, atMs, message } of settled) {
      const rule = policyAt(dateAt(atMs)).oldInsuranceCard;
      const valid = answersFor(trace, message.visit).some(
        (answer) => answer.seq < seq && answer.record.MessageBody.QualificationValidity === "1",
      );
      const paper = message.basis === "notice" ? "notice" : "old-card";
      const wanted = oldCard.decide({ paper, rule, inquiryValid: valid }).result;
      if (message.standing !== wanted) {
        return fail([seq], {
          ja: `${dateAt(atMs)}: 「${standingNames[wanted].ja}」のはずが「${standingNames[message.standing].ja}」`,
          en: `${dateAt(atMs)}: should be "${standingNames[wanted].en}", is "${standingNames[message.standing].en}"`,
        });
      }
    }
    return pass(
      settled.map(({ seq }) => seq),
      { ja: `${settled.length}件とも日付どおり`, en: `all ${settled.length} follow the date` },
    );
  },
  passes: ["C70"],
  bites: ["C70@broken/accepts-old-card"],
});
