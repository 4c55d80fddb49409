import { check, fail, inconc, pass } from "../../check.ts";
import { medicalAnswersOf } from "../medical-files.ts";
import { actsOf } from "../reading.ts";

/** A refusal because the consent ran out is told, so that somebody asks the patient again. */
export const expiryTold = check({
  id: "consent/expiry-told",
  title: { ja: "同意期限切れの表示", en: "the end of consent is told" },
  expected: {
    ja: "閲覧同意の期限切れで拒否されたことを利用者に示す",
    en: "tells that the consent for viewing has run out",
  },
  clause: "receipt-system-interface.md SEQ-07 step 4; requirements.md C25",
  requires: ["R0-24", "N-01"],
  next: {
    ja: "ResultCode≠1 のとき MessageContents を表示し、再同意を案内してください",
    en: "show MessageContents when ResultCode is not 1 and ask for a new consent",
  },
  judge(trace) {
    const refused = medicalAnswersOf(trace).filter(({ given }) => !given);
    if (refused.length === 0) return inconc({ ja: "拒否された回答がなかった", en: "no answer was a refusal" });
    const told = actsOf(trace, "alerted").filter(({ message }) => message.alert === "consent-expired");
    const names = new Set(told.map(({ message }) => (message.file ?? "").toLowerCase()));
    const missed = refused.filter(({ name }) => !names.has(name));
    if (missed.length > 0)
      return fail(
        missed.map(({ seq }) => seq),
        { ja: "期限切れを示さなかった", en: "the end of consent was not told" },
      );
    return pass(
      told.map(({ seq }) => seq),
      { ja: "期限切れを示した", en: "the end of consent was told" },
    );
  },
  passes: ["C25"],
  bites: ["C25@broken/hides-expiry"],
});
