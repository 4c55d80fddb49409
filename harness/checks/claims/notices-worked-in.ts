import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { type Claim, pointsOf } from "../../../simulator/neighbours/claim.ts";
import { shareYen } from "../../../simulator/rules/patient-share.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, personAt } from "../reading.ts";

/** What the review body moved is in the records, each notice as it says, and the points stay what they were. */
export const noticesWorkedIn = check({
  id: "claims/notices-worked-in",
  title: { ja: "資格確認結果連絡書の取込", en: "notices of the review are worked in" },
  expected: {
    ja: "振替・分割などの結果を連絡書どおりに記録し、点数の合計を変えない",
    en: "keeps what each notice says of a claim; the sum of points does not change",
  },
  clause: "eligibility-rules.md §9.2; requirements.md R0-26, R1-15, R1-16",
  requires: ["R0-26", "R1-14", "R1-15", "R1-16", "SYS-28", "SYS-29"],
  next: {
    ja: "連絡書を取り込み、保険者ごとの点数を記録してください",
    en: "work the notices in and keep the points by insurer",
  },
  judge(trace) {
    const notices = trace.on("claims.result").filter(({ fate }) => fate !== "dropped");
    if (notices.length === 0) return inconc({ ja: "連絡書が届かなかった", en: "no notice arrived" });
    const evidence: number[] = [];
    for (const { seq, message: notice } of notices) {
      const noted = actsOf(trace, "claim-noted").find(
        (act) => act.seq > seq && act.message.claim === notice.claim && act.message.division === notice.division,
      );
      const wanted = notice.parts.map(({ insurance, days }) => `${insurance.insurerNumber} ${pointsOf(days)}`);
      const kept = noted?.message.parts.map(({ insurerNumber, points }) => `${insurerNumber} ${points}`);
      if (noted === undefined || kept?.toSorted().join() !== wanted.toSorted().join()) {
        return fail(noted === undefined ? [seq] : [seq, noted.seq], {
          ja: `レセプト${notice.claim}: 連絡書どおりに記録されていない`,
          en: `claim ${notice.claim}: not kept as the notice says`,
        });
      }
      const claimed = actsOf(trace, "claimed").find(({ message }) => message.claim.id === notice.claim);
      const before = pointsOf(claimed?.message.claim.days ?? []);
      const after = noted.message.parts.reduce((sum, { points }) => sum + points, 0);
      if (notice.division !== "returned" && before !== after) {
        return fail([seq, noted.seq], {
          ja: `レセプト${notice.claim}: ${before}点が${after}点になった`,
          en: `claim ${notice.claim}: ${before} points became ${after}`,
        });
      }
      const owed = shareBefore(trace, claimed?.message.claim);
      const shared = noted.message.parts.reduce((sum, { shareYen: part }) => sum + part, 0);
      if (notice.division !== "returned" && owed !== shared) {
        return fail([seq, noted.seq], {
          ja: `レセプト${notice.claim}: 患者負担${owed}円の振り分けが${shared}円になった`,
          en: `claim ${notice.claim}: the patient's share of ${owed} yen was divided into ${shared}`,
        });
      }
      evidence.push(seq, noted.seq);
    }
    return pass(evidence, { ja: `${notices.length}件を取り込んだ`, en: `${notices.length} worked in` });
  },
  passes: ["C64", "C65", "C66", "C67"],
  bites: ["C64@broken/ignores-claim-notices", "C65@broken/ignores-claim-notices"],
});

/** What was the patient's share of a claim, before any cap: the charges of the patient on its days. */
function shareBefore(trace: Trace, claim: Claim | undefined): number {
  const days = new Set<string>(claim?.days.map(({ day }) => day));
  const charges = actsOf(trace, "charged").filter(({ atMs, message }) => {
    const person = personAt(trace, message.visit);
    return (
      days.has(dateAt(atMs)) && person?.name === claim?.patient.name && person?.birthdate === claim?.patient.birthdate
    );
  });
  return charges.reduce((sum, { message }) => sum + shareYen(message.costYen, message.ratio), 0);
}
