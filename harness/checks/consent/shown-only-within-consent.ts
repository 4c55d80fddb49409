import { check, fail, inconc, pass } from "../../check.ts";
import { medicalAnswersOf } from "../medical-files.ts";
import { actsOf } from "../reading.ts";

/** Medical information appears only on an answer that gives it. */
export const shownOnlyWithinConsent = check({
  id: "consent/shown-only-within-consent",
  title: { ja: "同意の範囲内の表示", en: "shown only within consent" },
  expected: {
    ja: "中央が提供した回答があるときだけ医療情報を表示する",
    en: "shows medical information only when the centre's answer gives it",
  },
  clause: "receipt-system-interface.md SEQ-07; eligibility-rules.md §5",
  requires: ["R0-23", "R0-24"],
  next: {
    ja: "拒否された回答では、以前取得した情報も表示しないでください",
    en: "on a refusal show nothing, not even what was fetched before",
  },
  judge(trace) {
    const acts = actsOf(trace, "medical");
    if (acts.length === 0)
      return inconc({ ja: "医療情報の表示操作がなかった", en: "nobody looked at medical information" });
    const answers = new Map(medicalAnswersOf(trace).map((answer) => [answer.name, answer]));
    for (const { seq, message } of acts) {
      const answer = answers.get((message.file ?? "").toLowerCase());
      if (message.outcome !== "shown" || answer?.given === true) continue;
      return fail([...(answer === undefined ? [] : [answer.seq]), seq], {
        ja: "提供されていない医療情報を表示した",
        en: "medical information was shown that was not given",
      });
    }
    return pass(
      acts.map(({ seq }) => seq),
      { ja: `${acts.length}回とも回答どおり`, en: `all ${acts.length} follow the answers` },
    );
  },
  passes: ["C25", "C24"],
  bites: ["C25@broken/shows-after-expiry"],
});
