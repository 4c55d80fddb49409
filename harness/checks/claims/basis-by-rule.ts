import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, personAt, stepsOf } from "../reading.ts";
import { expectedBases, isBilledOn } from "./expected-basis.ts";

/** Care is claimed on the current eligibility, else a past one, else as unknown, and not at all without a declaration. */
export const basisByRule = check({
  id: "claims/basis-by-rule",
  title: { ja: "レセプトに記載する資格", en: "the eligibility on a claim" },
  expected: {
    ja: "照会で分かった現在の資格、なければ申立により過去の資格、なければ不詳で請求し、申立がなければ請求しない。券面で請求すると判断したときは券面の資格と理由を記載する",
    en: "claims on the current eligibility, else with a declaration on a past one, else as unknown; without one it waits. A clerk's decision for the print puts the printed numbers and the reason on the claim",
  },
  clause: "eligibility-rules.md §8, §9.1; requirements.md R3-01, R3-03, R3-23, R3-24, C18",
  requires: ["R3-01", "R3-03", "R3-22", "R3-23", "R3-24", "SYS-19"],
  next: {
    ja: "示された来院の請求先を、照会結果・申立・記録の順に見直してください",
    en: "look at the visit's answer, then its declaration, then the records, in that order",
  },
  judge(trace) {
    const months = new Set(stepsOf(trace, "claim-month").flatMap(({ message }) => message.months ?? []));
    const due = expectedBases(trace).filter(({ day }) => months.has(day.slice(0, 6)));
    if (due.length === 0) return inconc({ ja: "請求がなかった", en: "nothing was claimed" });
    const evidence: number[] = [];
    for (const { seq, visit, day, basis, insurance, reason = "" } of due) {
      const person = personAt(trace, visit);
      const claims = actsOf(trace, "claimed").filter(
        ({ message: { claim } }) =>
          claim.patient.name === person?.name &&
          claim.patient.birthdate === person.birthdate &&
          claim.days.some((care) => care.day === day),
      );
      const onBasis = claims.filter(({ message: { claim } }) => claim.basis === basis);
      const right = onBasis.find(
        ({ message: { claim } }) =>
          claim.remarks.join(" ").includes(reason) &&
          (insurance === undefined || isBilledOn(claim.insurance, insurance)),
      );
      const held = actsOf(trace, "claim-held").find(({ message }) => message.visit === visit);
      const found = basis === "hold" ? (claims.length === 0 ? held : undefined) : right;
      if (found === undefined) {
        const seqs = [seq, ...claims.map((claim) => claim.seq)];
        if (onBasis.length > 0)
          return fail(seqs, {
            ja: `来院${visit}: レセプトの保険者番号・記号・番号か理由が判断と異なる`,
            en: `visit ${visit}: insurer, symbol, number or reason on the claim are not as decided`,
          });
        return fail(seqs, {
          ja: `来院${visit}: 「${basis}」で扱うはずだった`,
          en: `visit ${visit}: should have been handled as "${basis}"`,
        });
      }
      evidence.push(seq, found.seq);
    }
    return pass(evidence, { ja: `${due.length}件とも規則どおり`, en: `all ${due.length} follow the rule` });
  },
  passes: ["C18", "C62", "C63", "C64", "C65"],
  bites: ["C62@broken/claims-undeclared", "C18@broken/bills-online-number", "C18@broken/bills-printed-symbol"],
});
