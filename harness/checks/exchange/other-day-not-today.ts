import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf } from "../reading.ts";

/** A late file of another day speaks of another day's visit. */
export const otherDayNotToday = check({
  id: "exchange/other-day-not-today",
  title: { ja: "別の日の結果を当日に使わない", en: "another day's result is not taken for today's" },
  expected: {
    ja: "資格確認日が当日でない結果を、当日の来院に取り込まない",
    en: "does not import a result whose confirmation date is another day into today's visit",
  },
  clause: "receipt-system-interface.md §1.4, §2.3; requirements.md C56",
  requires: ["R1-12", "R2-01"],
  next: {
    ja: "取込時に資格確認日と当日を比較してください",
    en: "compare the confirmation date with today before importing",
  },
  judge(trace) {
    const days = new Map(
      answersOf(trace).map(({ file, record }) => [
        file.name.toLowerCase(),
        record.MessageHeader.QualificationConfirmationDate,
      ]),
    );
    const acts = [...actsOf(trace, "imported"), ...actsOf(trace, "refused")];
    const stale = acts.filter(
      ({ atMs, message }) => (days.get(message.file.toLowerCase()) ?? dateAt(atMs)) !== dateAt(atMs),
    );
    const wrong = stale.filter(({ message }) => message.act === "imported");
    const [first] = wrong;
    if (first !== undefined) {
      return fail(
        wrong.map(({ seq }) => seq),
        {
          ja: `別の日の結果を取り込んだ: ${first.message.file}`,
          en: `imported another day's result: ${first.message.file}`,
        },
      );
    }
    if (stale.length === 0) return inconc({ ja: "別の日の結果は届かなかった", en: "no result of another day arrived" });
    return pass(
      stale.map(({ seq }) => seq),
      { ja: "別の日の結果を取り込まなかった", en: "another day's result was not imported" },
    );
  },
  passes: ["C56"],
  bites: ["C56@broken/takes-old-file"],
});
