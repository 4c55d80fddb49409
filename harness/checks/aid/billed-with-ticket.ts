import { check, fail, inconc, pass } from "../../check.ts";
import { personIn, visitsOf } from "../reading.ts";
import { AID_LAW, aidAnswerFor, isAid, payersFor, twelveIn } from "./aid-reading.ts";

/** A ticket goes on the claim with the numbers received: alone, or behind the insurance that came with it. */
export const billedWithTicket = check({
  id: "aid/billed-with-ticket",
  title: { ja: "医療券のある医療扶助の請求", en: "aid with a ticket is billed as 12" },
  expected: {
    ja: "券のあるA1の番号と本人支払額をそのまま公費12とし、保険は保険の結果がある時だけ（A1を保険にしない）",
    en: "numbers and own payment of an A1 with ticket stand as public expense 12, an insurance only where one came; A1 is none",
  },
  clause: "eligibility-rules.md §13.1, §13.3; requirements.md C36, C37, C41, C45",
  requires: ["R0-03", "R0-04", "R0-14"],
  next: {
    ja: "被保険者証区分A1の結果は保険ではなく公費（法別12）として取り込んでください",
    en: "import a result of class A1 as public expense 12, not as an insurance",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const visit of visitsOf(trace)) {
      const found = aidAnswerFor(trace, visit);
      const payers = payersFor(trace, visit).at(-1);
      if (found?.aid.InsurerNumber === undefined || payers === undefined) continue;
      const { answer, aid } = found;
      const twelve = twelveIn(payers);
      const seqs = [answer.seq, payers.seq];
      if (
        twelve === undefined ||
        twelve.payerNumber !== aid.InsurerNumber ||
        twelve.recipientNumber !== aid.InsuredIdentificationNumber
      )
        return fail(seqs, {
          ja: `来院${visit}: 公費12が結果の番号と一致しない`,
          en: `visit ${visit}: public expense 12 does not bear the numbers of the result`,
        });
      const own = aid.PublicExpenseResultList?.MedicalTicketInfo[0]?.SelfPayAmount;
      if (own !== undefined && twelve.ownPaymentYen !== Number(own))
        return fail(seqs, {
          ja: `来院${visit}: 本人支払額${own}円が取り込まれていない`,
          en: `visit ${visit}: the own payment of ${own} yen is not there`,
        });
      const person = personIn(answer);
      const insurance = person === undefined || isAid(person) ? undefined : person;
      const stored = payers.message.insurance;
      const asked = answer.file.folder === "res"; // an inquiry by ticket says nothing of insurance
      const wrong = asked
        ? stored?.insurerNumber.startsWith(AID_LAW) === true
        : stored?.insurerNumber !== insurance?.InsurerNumber;
      if (wrong)
        return fail(seqs, {
          ja: `来院${visit}: 保険が${stored?.insurerNumber ?? "なし"}になった`,
          en: `visit ${visit}: the insurance became ${stored?.insurerNumber ?? "none"}`,
        });
      evidence.push(...seqs);
    }
    if (evidence.length === 0) return inconc({ ja: "医療券のある来院がなかった", en: "no visit had a ticket" });
    return pass(evidence, { ja: "医療券のとおり公費12とした", en: "public expense 12 as the ticket says" });
  },
  passes: ["C36", "C37", "C45"],
  bites: ["C36@broken/takes-aid-for-insurance"],
});
