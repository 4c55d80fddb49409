import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { type ActCrossing, actsOf, answersOf, dayOf, type ReadAnswer, sameFile } from "../reading.ts";

/** Results that arrived on another day than the one they confirm. */
const lateIn = (trace: Trace): readonly ReadAnswer[] =>
  answersOf(trace).filter(({ seq, record }) => {
    const arrived = trace.crossings[seq - 1];
    return arrived !== undefined && record.MessageHeader.QualificationConfirmationDate !== dateAt(arrived.atMs);
  });

/** A late file speaks of the visit of its own day, which may still wait for it; of today's it says nothing. */
export const otherDayNotToday = check({
  id: "exchange/other-day-not-today",
  title: { ja: "別の日の結果を当日に使わない", en: "another day's result is not taken for today's" },
  expected: {
    ja: "遅れて届いた結果を、資格確認日と受診日の異なる来院に取り込まない",
    en: "does not import a late result into a visit of another day than its confirmation date",
  },
  clause: "receipt-system-interface.md §1.4, §2.3; requirements.md C56",
  requires: ["R1-12", "R2-01"],
  next: {
    ja: "取込時に資格確認日とその来院の受診日を比較してください",
    en: "compare the confirmation date with the day of the visit before importing",
  },
  judge(trace) {
    const late = lateIn(trace);
    if (late.length === 0) return inconc({ ja: "別の日の結果は届かなかった", en: "no result of another day arrived" });
    for (const { seq, file, record } of late) {
      const day = record.MessageHeader.QualificationConfirmationDate;
      const strays = ({ message }: ActCrossing<"imported">) =>
        sameFile(message.file, file.name) && dayOf(trace, message.visit) !== day;
      const wrong = actsOf(trace, "imported").find(strays);
      if (wrong !== undefined)
        return fail([seq, wrong.seq], {
          ja: `別の日の来院${wrong.message.visit}に取り込んだ: ${file.name}`,
          en: `imported into visit ${wrong.message.visit} of another day: ${file.name}`,
        });
    }
    return pass(
      late.map(({ seq }) => seq),
      { ja: "別の日の来院に取り込まなかった", en: "not imported into a visit of another day" },
    );
  },
  passes: ["C56"],
  bites: ["C56@broken/takes-old-file"],
});
