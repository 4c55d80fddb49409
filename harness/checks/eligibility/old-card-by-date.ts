import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { standingNames } from "../../subjects/subject.ts";
import { paperWorth } from "../paper-worth.ts";
import { notTold, stepsOf, toldAtEach } from "../reading.ts";

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
    const shown = stepsOf(trace, "settle").filter((step) => paperWorth(trace, step, step.seq) !== undefined);
    if (shown.length === 0) return inconc({ ja: "旧保険証の受付がなかった", en: "no old card was shown" });
    const evidence: number[] = [];
    const { told, silent } = toldAtEach(trace, shown, "settled");
    for (const { step, act: settled } of told) {
      const wanted = paperWorth(trace, step, settled.seq);
      const { standing } = settled.message;
      if (wanted !== undefined && standing !== wanted) {
        const day = dateAt(step.atMs);
        return fail([step.seq, settled.seq], {
          ja: `${day}: 「${standingNames[wanted].ja}」のはずが「${standingNames[standing].ja}」`,
          en: `${day}: should be "${standingNames[wanted].en}", is "${standingNames[standing].en}"`,
        });
      }
      evidence.push(step.seq, settled.seq);
    }
    if (silent.length > 0) return notTold(silent);
    return pass(evidence, { ja: `${shown.length}件とも日付どおり`, en: `all ${shown.length} follow the date` });
  },
  passes: ["C70"],
  bites: ["C70@broken/accepts-old-card", "C70@broken/confirms-by-old-card"],
});
