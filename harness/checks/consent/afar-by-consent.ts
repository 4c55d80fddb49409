import type { Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { afarConsentBefore } from "../consented-from-afar.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** A visit at home or online is confirmed by a consent that stands, and by none that has ended. */
export const afarByConsent = check({
  id: "consent/afar-by-consent",
  title: { ja: "訪問・オンライン診療の同意", en: "visits from afar rest on a consent that stands" },
  expected: {
    ja: "同意が有効な患者だけをカードなしで確認済みとし、撤回・期限切れの患者は確認済みにしない",
    en: "confirms without a card only those whose consent stands, nobody whose consent has ended",
  },
  clause: "receipt-system-interface.md SEQ-10, §2.9; eligibility-rules.md §5 (home and online visits)",
  requires: ["X-03", "SYS-01"],
  next: {
    ja: "一括取得の結果の同意フラグ（2＝期限切れ）を見て、再同意を依頼してください",
    en: "look at the consent flags of the fetched result (2: ended) and ask for a new consent",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const { seq, visit, confirmed } of rulingsIn(trace)) {
      const consent = afarConsentBefore(trace, visit, seq);
      const seen = [...(consent === undefined ? [] : [consent.seq]), seq];
      const stands = consent?.stands === true;
      if (confirmed !== stands) {
        return fail(seen, {
          ja: stands ? "有効な同意のある患者を確認しなかった" : "有効な同意のない患者を確認済みにした",
          en: stands ? "a consent that stands was not taken" : "a visit was confirmed without a consent that stands",
        });
      }
      evidence.push(...seen);
    }
    if (evidence.length === 0) return inconc({ ja: "カードなしの来院がなかった", en: "no visit without a card" });
    return pass(evidence, { ja: "同意のとおりに確認した", en: "confirmed as the consents stand" });
  },
  passes: ["C75", "C76"],
  bites: [
    "C75@broken/keeps-ended-consent",
    "C75@broken/settles-on-ended-consent",
    "C76@broken/settles-on-ended-consent",
  ],
});

/** Whether visits were confirmed, as it was told when the result was taken in and when the patient left. */
function rulingsIn(trace: Trace) {
  const fetched = stepsOf(trace, "fetch-consented")[0]?.seq ?? Number.POSITIVE_INFINITY;
  const otherwise = new Set(
    [...stepsOf(trace, "check-in"), ...stepsOf(trace, "inquiry")].map(({ message }) => message.visit),
  );
  const taken = actsOf(trace, "seen-from-afar").map(({ seq, message: { visit, confirmed } }) => ({
    seq,
    visit,
    confirmed,
  }));
  const left = actsOf(trace, "settled")
    .filter(({ seq, message }) => seq > fetched && !otherwise.has(message.visit))
    .map(({ seq, message: { visit, standing } }) => ({ seq, visit, confirmed: standing === "confirmed" }));
  return [...taken, ...left].toSorted((one, other) => one.seq - other.seq);
}
