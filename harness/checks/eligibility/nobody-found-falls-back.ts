import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, notTold, stepsOf, tellsOf, toldAtEach, visitOf } from "../reading.ts";

/** "Nobody found" leads to the fallback flow with another check later, not silently to self-pay. */
export const nobodyFoundFallsBack = check({
  id: "eligibility/nobody-found-falls-back",
  title: { ja: "該当資格なしの扱い", en: "nobody found leads to the fallback" },
  expected: {
    ja: "該当資格なし（4）を表示し、確認済みにせず、後日確認の対象にする",
    en: "tells that nobody was found, does not confirm and flags the visit for another check",
  },
  clause: "eligibility-rules.md §3.7, §8; requirements.md R3-15, R3-16",
  requires: ["R3-15", "R3-16", "R3-18"],
  next: {
    ja: "該当資格なしでは代替の確認手順と後日照会に進めてください",
    en: "on validity 4 go to the proofs and ask again later",
  },
  judge(trace) {
    const answers = answersOf(trace).filter(({ record }) => record.MessageBody.QualificationValidity === "4");
    if (answers.length === 0) return inconc({ ja: "該当資格なしの回答がなかった", en: "no answer with validity 4" });
    const evidence: number[] = [];
    // By visit: of two answers to a request and its repetition one is enough to be told.
    for (const visit of new Set(answers.map((answer) => visitOf(trace, answer)))) {
      const own = answers.filter((answer) => visitOf(trace, answer) === visit);
      const tells = own.map((answer) => tellsOf(trace, answer));
      const told = actsOf(trace, "alerted").find(
        (alert) => alert.message.alert === "not-found" && tells.some((isAbout) => isAbout(alert)),
      );
      const seqs = own.map(({ seq }) => seq);
      const last = Math.max(...seqs);
      if (told === undefined) {
        return fail(seqs, { ja: "該当資格なしを表示しなかった", en: "it was not told that nobody was found" });
      }
      const settled = actsOf(trace, "settled").find(({ seq, message }) => seq > last && message.visit === visit);
      const answeredLater = answersOf(trace).some((other) => other.seq > last && visitOf(trace, other) === visit);
      if (
        settled !== undefined &&
        !answeredLater &&
        (settled.message.standing === "confirmed" || !settled.message.recheck)
      ) {
        return fail([...seqs, settled.seq], {
          ja: "後日確認の対象にしなかった",
          en: "the visit was not flagged for another check",
        });
      }
      evidence.push(...seqs, told.seq);
    }
    const { silent } = toldAtEach(trace, stepsOf(trace, "settle"), "settled");
    const { silent: unasked } = toldAtEach(trace, stepsOf(trace, "inquiry"), "asked");
    if (silent.length + unasked.length > 0) return notTold([...unasked, ...silent]);
    return pass(evidence, { ja: "代替確認と後日照会に進んだ", en: "the fallback was taken" });
  },
  passes: ["C06", "C12", "C13"],
  bites: ["C13@broken/keeps-invalid", "C06@broken/keeps-invalid", "C12@broken/keeps-invalid"],
});
