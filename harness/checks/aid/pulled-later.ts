import { check, fail, inconc, pass } from "../../check.ts";
import { answersFor, stepsOf, visitsOf } from "../reading.ts";
import { payersFor, pulledFor, pullsOf, twelveIn } from "./aid-reading.ts";

/** The pull settles the visits that waited for it; those it does not speak of go on waiting. */
export const pulledLater = check({
  id: "aid/pulled-later",
  title: { ja: "後日の一括取得で医療券が入る", en: "the later pull brings the ticket" },
  expected: {
    ja: "一括取得に自院あての券があれば、その来院を公費12で請求でき、なければ印を残す",
    en: "where the pull has the patient's ticket the visit is billed to 12, else it stays marked",
  },
  clause: "eligibility-rules.md §13.3 PULL; requirements.md R0-08, R0-11, C42",
  requires: ["R0-08", "R0-11"],
  next: {
    ja: "一括取得の結果を氏名と生年月日で来院に結び付けてください（受給者番号は本人の固定番号ではない）",
    en: "match pulled people with visits by name and birth date; the recipient number is no key of a person",
  },
  judge(trace) {
    const evidence: number[] = [];
    const unanswered = new Set(
      stepsOf(trace, "check-in").flatMap(({ message: { visit = "" } }) =>
        answersFor(trace, visit).length === 0 ? [visit] : [],
      ),
    );
    for (const visit of visitsOf(trace)) {
      if (unanswered.has(visit)) continue; // nothing told that the patient is on aid
      let waited = false;
      for (const payers of payersFor(trace, visit)) {
        const pull = pullsOf(trace).findLast(({ seq }) => seq < payers.seq);
        const pulled = pull === undefined ? undefined : pulledFor(trace, visit, pull);
        const twelve = twelveIn(payers);
        const { pullLater } = payers.message;
        const seqs = [...(pull === undefined ? [] : [pull.seq]), payers.seq];
        const fits =
          pulled === undefined
            ? pull === undefined || (twelve === undefined && (pullLater || !waited))
            : twelve?.payerNumber === pulled.InsurerNumber &&
              twelve?.recipientNumber === pulled.InsuredIdentificationNumber &&
              !pullLater;
        waited = pullLater;
        if (!fits)
          return fail(seqs, {
            ja: `来院${visit}: 一括取得の結果が反映されていない`,
            en: `visit ${visit}: not what the pull brought`,
          });
        if (pulled !== undefined) evidence.push(...seqs);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "一括取得で券が入らなかった", en: "no ticket came by the pull" });
    return pass(evidence, { ja: "一括取得で請求できるようになった", en: "billable by the pull" });
  },
  passes: ["C42", "C43"],
  bites: ["C42@broken/forgets-pull", "C44@broken/knows-by-recipient"],
});
