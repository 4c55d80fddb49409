import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** A flag nobody acts on is worth nothing: once the line is back, the visit is asked again. */
export const recheckedAfterRecovery = check({
  id: "line/rechecked-after-recovery",
  title: { ja: "復旧後の再照会", en: "asked again after recovery" },
  expected: {
    ja: "復旧後、番号の分かる未確認の来院を再照会し、結果を反映する",
    en: "after recovery asks again for every flagged visit whose number is known",
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
    const open = actsOf(trace, "settled").filter(
      ({ seq, message }) => seq < recheck.seq && message.recheck && inquired.has(message.visit),
    );
    if (open.length === 0) return inconc({ ja: "未確認の来院がなかった", en: "no visit was flagged" });
    const later = actsOf(trace, "settled").filter(({ seq }) => seq > recheck.seq);
    const missed = open.filter(
      ({ message }) =>
        !later.some((act) => act.message.visit === message.visit && act.message.standing === "confirmed"),
    );
    if (missed.length > 0)
      return fail([recheck.seq, ...missed.map(({ seq }) => seq)], {
        ja: "再照会されない来院がある",
        en: "a flagged visit was not asked again",
      });
    return pass(
      later.map(({ seq }) => seq),
      { ja: `${later.length}件を再照会した`, en: `visits asked again: ${later.length}` },
    );
  },
  passes: ["C53"],
  bites: ["C53@broken/forgets-recheck"],
});
