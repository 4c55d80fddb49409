import type { Trace } from "../../../simulator/kernel/trace.ts";
import type { MedicalKind } from "../../../simulator/rules/medical-viewers.ts";
import { check, type Finding, fail, inconc, pass } from "../../check.ts";
import { type MedicalAnswerEvidence, medicalAnswersOf, medicalRequestsOf } from "../medical-files.ts";
import { type MedicalView, permittedViewsOf } from "../medical-views.ts";
import { exchangeOf } from "../reading.ts";

/** Who may view, and has the patient's consent, sees what the centre has. */
export const givenIsShown = check({
  id: "consent/given-is-shown",
  title: { ja: "同意のある医療情報の表示", en: "what was consented to and given is shown" },
  expected: {
    ja: "同意が有効な間、閲覧できる職種には要求して、届いた医療情報を表示する",
    en: "while the consent stands asks for whoever may view, and shows what arrives",
  },
  clause: "receipt-system-interface.md SEQ-07; eligibility-rules.md §5, §6.2; requirements.md C25, C28, R0-25",
  requires: ["R0-23", "R0-24", "R0-25", "R1-07", "SYS-49"],
  next: {
    ja: "同意フラグが1で有効期限内なら要求し、ResultCode＝1 の回答は表示してください",
    en: "ask while the flag is 1 and its time is not over, and show an answer with ResultCode 1",
  },
  judge(trace) {
    const evidence: number[] = [];
    let untold = false;
    for (const view of permittedViewsOf(trace)) {
      const { asked, gives } = askedAndGiven(trace, view);
      if (view.told === undefined) untold ||= view.consent === "in-force" || gives !== undefined;
      else if (view.told.message.outcome !== "shown") {
        const missed = missedBy(view, view.told.seq, asked, gives);
        if (missed !== undefined) return missed;
      } else if (gives !== undefined) evidence.push(gives.seq, view.told.seq);
    }
    if (untold) return inconc({ ja: "閲覧の結果が報告されていない", en: "nothing was told of a look" });
    if (evidence.length === 0)
      return inconc({ ja: "届いた医療情報がなかった", en: "no medical information was given" });
    return pass(evidence, { ja: "届いた医療情報を表示した", en: "what was given was shown" });
  },
  passes: ["C24", "C25", "C26", "C27", "C28", "C29", "C36", "C75"],
  bites: ["C25@broken/shows-on-day-only", "C36@broken/asks-by-insurance-only"],
});

function missedBy(
  { consent, consents }: MedicalView,
  told: number,
  asked: boolean,
  gives: MedicalAnswerEvidence | undefined,
): Finding | undefined {
  if (gives !== undefined)
    return fail([gives.seq, told], { ja: "届いた医療情報を表示しなかった", en: "what was given was not shown" });
  if (consent !== "in-force" || consents === undefined || asked) return undefined;
  return fail([consents.seq, told], {
    ja: "有効な同意があるのに要求しなかった",
    en: "nothing was asked for though the consent stands",
  });
}

/** 手術 is asked for with 診療 (receipt-system-interface.md §2.11). */
const askedAs = (kind: MedicalKind): MedicalKind => (kind === "surgery" ? "care" : kind);

/**
 * Whether a look made the system ask, and the answer if it gave data of the kind. While a consent stands, what was asked for
 * since the card check counts too: a product may ask ahead.
 */
function askedAndGiven(trace: Trace, { seq, visit, kind, before, consent, consents }: MedicalView) {
  const since = consent === "in-force" && consents !== undefined ? consents.seq : seq;
  const requests = medicalRequestsOf(trace).filter(
    (request) =>
      request.visit === visit && request.kind === askedAs(kind) && request.seq > since && request.seq < before,
  );
  const names = new Set(requests.map(({ name }) => exchangeOf(name)));
  const last = medicalAnswersOf(trace).findLast((answer) => answer.seq < before && names.has(exchangeOf(answer.name)));
  const holds = last?.given === true && (last.months === undefined || (last.months[kind] ?? []).length > 0);
  return { asked: requests.length > 0, gives: holds ? last : undefined };
}
