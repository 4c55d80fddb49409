import { check, fail, inconc, pass } from "../../check.ts";
import { medicalAnswersOf } from "../medical-files.ts";
import { actsOf } from "../reading.ts";

/** What is shown was given, and with the month of care it comes from. */
export const sourceMonthShown = check({
  id: "consent/source-month-shown",
  title: { ja: "診療年月の表示", en: "the month of care is shown" },
  expected: {
    ja: "回答にある最新の診療年月を示す（レセプト由来の情報は1か月から1か月半前まで）",
    en: "shows the newest month of care in the answer: what comes from claims ends 1 to 1.5 months ago",
  },
  clause: "eligibility-rules.md §6.1; requirements.md C27, R1-08",
  requires: ["R1-08", "R1-32", "SYS-33", "SYS-34"],
  next: {
    ja: "取得日ではなく MeTrMonth（健診は EffectiveTime）の年月を情報の時点として表示してください",
    en: "label the data with MeTrMonth (check-ups: EffectiveTime), not with the day they were fetched",
  },
  judge(trace) {
    const answers = new Map(medicalAnswersOf(trace).map((answer) => [answer.name, answer]));
    const evidence: number[] = [];
    for (const { seq, message } of actsOf(trace, "medical")) {
      const answer = answers.get((message.file ?? "").toLowerCase());
      if (message.outcome !== "shown" || answer?.months === undefined) continue;
      const newest = (answer.months[message.kind] ?? []).toSorted().at(-1);
      if (message.month !== newest)
        return fail([answer.seq, seq], {
          ja: "回答の最新の診療年月と違う年月を表示した",
          en: "another month was shown than the newest in the answer",
        });
      evidence.push(answer.seq, seq);
    }
    if (evidence.length === 0) return inconc({ ja: "XMLの情報を表示しなかった", en: "no data from an XML were shown" });
    return pass(evidence, { ja: "診療年月を示した", en: "the month of care was shown" });
  },
  passes: ["C27"],
  bites: ["C27@broken/labels-today"],
});
