import { stampAt } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { medicalAnswersOf } from "../medical-files.ts";
import { type MedicalView, permittedViewsOf } from "../medical-views.ts";
import { actsOf } from "../reading.ts";

/** Who opens medical information after the consent ran out is told so, that somebody asks the patient again. */
export const expiryTold = check({
  id: "consent/expiry-told",
  title: { ja: "同意期限切れの表示", en: "the end of consent is told" },
  expected: {
    ja: "閲覧同意の期限後に開いたとき、期限切れを利用者に示す（中央の拒否によっても、自ら数えてもよい）",
    en: "tells that the consent for viewing has run out, by the centre's refusal or by its own count",
  },
  clause: "receipt-system-interface.md SEQ-07 step 4; requirements.md C25",
  requires: ["R0-24", "N-01"],
  next: {
    ja: "ResultCode≠1 のとき、または有効期限を過ぎたとき、期限切れを表示し、再同意を案内してください",
    en: "when ResultCode is not 1, or the time is over, tell that the consent ended and ask for a new one",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const view of permittedViewsOf(trace).filter(({ consent }) => consent === "expired")) {
      const { seen, alert } = endTold(trace, view);
      if (seen.length === 0) continue;
      if (alert === undefined)
        return fail(seen, { ja: "期限切れを示さなかった", en: "the end of consent was not told" });
      evidence.push(alert);
    }
    if (evidence.length === 0) return inconc({ ja: "期限後の閲覧操作がなかった", en: "nobody looked after the end" });
    return pass(evidence, { ja: "期限切れを示した", en: "the end of consent was told" });
  },
  passes: ["C25"],
  bites: ["C25@broken/hides-expiry"],
});

/** What came of a look after the end, and the alert that told it: with nothing shown, or with what refused. */
function endTold(trace: Trace, view: MedicalView): { readonly seen: readonly number[]; readonly alert?: number } {
  const { seq: opened, before, told } = view;
  const refused = medicalAnswersOf(trace).filter(({ seq, given }) => !given && seq > opened && seq < before);
  const outcome = told?.message.outcome ?? "no-answer"; // no answer says nothing of the end
  const seen = [...refused, ...(told === undefined || outcome === "no-answer" ? [] : [told])].map(({ seq }) => seq);
  // Without a refusal what was fetched before may not stand in; what is shown on one is another check's.
  if (refused.length === 0 && outcome === "shown") return { seen };
  const alert = expiryAlertOf(trace, view, new Set(refused.map(({ name }) => name)));
  return alert === undefined ? { seen } : { seen, alert: alert.seq };
}

/** The alert for a look: by its visit or by the file that refused, at any time since the consent ended. */
function expiryAlertOf(trace: Trace, { visit, kind, before, consents }: MedicalView, refused: ReadonlySet<string>) {
  return actsOf(trace, "alerted").find(
    ({ seq, atMs, message }) =>
      message.alert === "consent-expired" &&
      seq < before &&
      stampAt(atMs) >= (consents?.until[kind] ?? "") &&
      (message.visit === visit || refused.has((message.file ?? "").toLowerCase())),
  );
}
