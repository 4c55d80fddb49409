import { check, fail, inconc, pass } from "../../check.ts";
import { confirmedAfter, isAskedInVain, openVisitsBefore } from "../open-visits.ts";
import { stepsOf } from "../reading.ts";

/** A flag nobody acts on is worth nothing: once the line is back, the visit is asked again. */
export const recheckedAfterRecovery = check({
  id: "line/rechecked-after-recovery",
  title: { ja: "復旧後の再照会", en: "asked again after recovery" },
  expected: {
    ja: "復旧後、番号の分かる未確認の来院を再照会し、結果を反映する",
    en: "after recovery asks again for every visit without answer whose number is known",
  },
  clause: "requirements.md C53, R3-43",
  requires: ["R3-43", "R3-44"],
  next: {
    ja: "未確認の来院の一覧から再照会できるようにしてください",
    en: "offer the flagged visits for another inquiry",
  },
  judge(trace) {
    const recheck = stepsOf(trace, "recheck")[0];
    if (recheck === undefined) return inconc({ ja: "再照会の操作がなかった", en: "nobody asked again" });
    const inquired = new Set(
      stepsOf(trace, "inquiry")
        .filter(({ seq }) => seq < recheck.seq)
        .map(({ message }) => message.visit),
    );
    const silent = openVisitsBefore(trace, recheck.seq).filter(
      ({ visit, answer }) => answer === undefined && inquired.has(visit),
    );
    if (silent.length === 0) return inconc({ ja: "応答のない来院がなかった", en: "every visit had an answer" });
    const unconfirmed = silent.filter((one) => confirmedAfter(trace, one) === undefined);
    const missed = unconfirmed.filter((one) => !isAskedInVain(trace, one));
    if (missed.length > 0)
      return fail([...missed.map(({ settled }) => settled.seq), recheck.seq], {
        ja: "再照会されない来院がある",
        en: "a visit without answer was not asked again",
      });
    if (unconfirmed.length > 0)
      return inconc({ ja: "再照会にも応答がなかった", en: "what was asked again had no answer either" });
    return pass(
      silent.flatMap((one) => confirmedAfter(trace, one)?.seq ?? []),
      { ja: `${silent.length}件を再照会した`, en: `visits asked again: ${silent.length}` },
    );
  },
  passes: ["C53"],
  bites: ["C53@broken/forgets-recheck", "C53@broken/never-flags"],
});
