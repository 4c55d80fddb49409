import type { Trace } from "../../../simulator/kernel/trace.ts";
import type { Claim } from "../../../simulator/neighbours/claim.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import type { InquiryKeys } from "../../subjects/subject.ts";
import { type ActCrossing, actsOf, personAt, stepsOf } from "../reading.ts";

/** The claim of the patient of a visit, where one was made. */
function claimOf(trace: Trace, visit: string): ActCrossing<"claimed"> | undefined {
  const person = personAt(trace, visit);
  return actsOf(trace, "claimed").find(({ message: { claim } }) => claim.patient.name === person?.name);
}

function agrees({ insurance, remarks }: Claim, basis: InquiryKeys, reason: string | undefined): boolean {
  const told = reason === undefined || remarks.some((remark) => remark.includes(reason));
  return told && insurance.number === basis.number && (insurance.symbol ?? "") === (basis.symbol ?? "");
}

/** Online data win over paper, unless the clerk decides otherwise and says why. */
export const basisByReason = check({
  id: "eligibility/basis-by-reason",
  title: { ja: "券面とオンラインの相違と請求", en: "online data against the printed certificate" },
  expected: {
    ja: "券面との相違を示し、理由のある判断がない限りオンラインの情報で請求する。券面で請求するときは理由を残す",
    en: "shows the difference, bills online data unless the clerk gives a reason, and keeps the reason",
  },
  clause: "requirements.md R3-01, R3-03, C18; eligibility-rules.md §8",
  requires: ["R3-01", "R3-03", "SYS-09"],
  next: {
    ja: "券面の情報での請求には理由の入力を必須にしてください",
    en: "demand a reason before printed data go on a claim",
  },
  judge(trace) {
    const bases = actsOf(trace, "billing-basis");
    if (bases.length === 0) return inconc({ ja: "請求に使う資格が示されなかった", en: "no basis was told" });
    for (const { message, seq } of stepsOf(trace, "compare-printed")) {
      const alerted = actsOf(trace, "alerted").some(
        ({ message: act }) => act.visit === message.visit && act.alert === "printed-data-differs",
      );
      if (alerted !== (message.differs !== "nothing"))
        return fail([seq], {
          ja: `来院${message.visit}: 券面との相違の表示が誤り`,
          en: `visit ${message.visit}: the difference was told wrongly`,
        });
    }
    for (const { seq, message } of bases) {
      const decided = stepsOf(trace, "override").find(({ message: step }) => step.visit === message.visit);
      const wanted = decided === undefined ? "online" : "printed";
      if (message.source !== wanted)
        return fail([seq], {
          ja: `来院${message.visit}: ${message.source === "online" ? "オンライン" : "券面"}の情報で請求した`,
          en: `visit ${message.visit} is billed with ${message.source} data`,
        });
      const claim = claimOf(trace, message.visit);
      if (claim !== undefined && !agrees(claim.message.claim, message.insurance, decided?.message.reason))
        return fail([seq, claim.seq], {
          ja: `来院${message.visit}: レセプトの番号または理由が判断と異なる`,
          en: `visit ${message.visit}: number or reason on the claim are not as decided`,
        });
      if (message.reason !== decided?.message.reason)
        return fail([seq], {
          ja: `来院${message.visit}: 理由が残っていない`,
          en: `visit ${message.visit}: the reason was not kept`,
        });
    }
    return pass(
      bases.map(({ seq }) => seq),
      { ja: "判断どおりの情報で請求", en: "billed as decided" },
    );
  },
  passes: ["C18"],
  bites: ["C18@broken/bills-printed"],
});
