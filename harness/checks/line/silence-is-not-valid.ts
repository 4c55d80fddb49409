import { check, fail, inconc, pass } from "../../check.ts";
import { standingNames } from "../../subjects/subject.ts";
import { actsOf, answersFor, stepsOf } from "../reading.ts";

/** No answer is no answer: never "valid", always something to ask again. */
export const silenceIsNotValid = check({
  id: "line/silence-is-not-valid",
  title: { ja: "応答なしを有効としない", en: "silence is not valid" },
  expected: {
    ja: "応答がない・異常の来院を確認済みにせず、後日確認の対象にする",
    en: "a visit without a usable answer is not confirmed and is flagged for another check",
  },
  clause: "eligibility-rules.md §3.7; requirements.md C53, R3-43",
  requires: ["R3-43", "R3-44"],
  next: {
    ja: "時間切れ・異常終了を未確認として扱い、再照会の印を付けてください",
    en: "treat time-outs and failures as unconfirmed and flag them",
  },
  judge(trace) {
    const asked = new Set(
      [...stepsOf(trace, "inquiry"), ...stepsOf(trace, "check-in")].map(({ message }) => message.visit),
    );
    const evidence: number[] = [];
    for (const { seq, message } of actsOf(trace, "settled")) {
      if (!asked.has(message.visit)) continue;
      const usable = answersFor(trace, message.visit).some(
        (answer) => answer.seq < seq && answer.record.MessageBody.QualificationValidity !== undefined,
      );
      // What a web screen showed after the outage answers as well (requirements.md C78).
      const attached = actsOf(trace, "attached").some((act) => act.seq < seq && act.message.visit === message.visit);
      if (usable || attached) continue;
      if (message.standing === "confirmed" || !message.recheck) {
        return fail([seq], {
          ja: `応答のない来院${message.visit}を「${standingNames[message.standing].ja}」にした`,
          en: `visit ${message.visit} without answer became "${standingNames[message.standing].en}"`,
        });
      }
      evidence.push(seq);
    }
    if (evidence.length === 0) return inconc({ ja: "応答のない来院がなかった", en: "every visit had an answer" });
    return pass(evidence, {
      ja: `${evidence.length}件を未確認とした`,
      en: `visits that stayed unconfirmed: ${evidence.length}`,
    });
  },
  passes: ["C53", "C54"],
  bites: ["C53@broken/timeout-as-valid", "C54@broken/timeout-as-valid"],
});
