import { check, fail, inconc, pass } from "../../check.ts";
import { medicalAnswersOf } from "../medical-files.ts";
import { actsOf } from "../reading.ts";

/** "There are none" is said only on an answer that holds none. */
export const refusedIsNotNone = check({
  id: "consent/refused-is-not-none",
  title: { ja: "「同意なし」と「データなし」の区別", en: "without consent is not the same as without data" },
  expected: {
    ja: "データなしの表示は、中央が空の回答を返したときだけ。同意がない種類は「同意なし」と示す",
    en: "says that there are no data only on an empty answer, and without consent that there is none",
  },
  clause: "requirements.md C24, X-09; eligibility-rules.md §5",
  requires: ["X-09", "SYS-35"],
  next: {
    ja: "同意フラグが0の種類は「データなし」ではなく「同意なし」と表示してください",
    en: "show 'no consent' for a kind whose flag is 0, not 'no data'",
  },
  judge(trace) {
    const acts = actsOf(trace, "medical");
    const answers = new Map(medicalAnswersOf(trace).map((answer) => [answer.name, answer]));
    for (const { seq, message } of acts) {
      if (message.outcome !== "none") continue;
      const answer = answers.get((message.file ?? "").toLowerCase());
      if (answer?.given === true && (answer.months?.[message.kind] ?? []).length === 0) continue;
      return fail([...(answer === undefined ? [] : [answer.seq]), seq], {
        ja: "同意がない、または拒否されたのに「データなし」と表示した",
        en: "'no data' was shown though there was no consent, or a refusal",
      });
    }
    const without = acts.filter(({ message }) => message.outcome !== "shown");
    if (without.length === 0)
      return inconc({ ja: "表示しなかった種類がなかった", en: "every kind looked at was shown" });
    return pass(
      without.map(({ seq }) => seq),
      { ja: "区別して表示した", en: "the two were told apart" },
    );
  },
  passes: ["C24"],
  bites: ["C24@broken/shows-none-for-refused"],
});
