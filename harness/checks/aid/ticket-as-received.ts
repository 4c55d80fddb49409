import type { QualificationResult } from "../../../simulator/messages/kinds/siquc01.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { type ActCrossing, actsOf, visitsOf } from "../reading.ts";
import { aidAnswerFor } from "./aid-reading.ts";

type Tickets = NonNullable<QualificationResult["PublicExpenseResultList"]>["MedicalTicketInfo"];
type Stored = ActCrossing<"aid-imported">["message"];

/**
 * What must be stored of a ticket that has it: which one it is, for which month, days and facility (requirements.md R0-03;
 * eligibility-rules.md §13.2), the own payment (C36), and whether an insurance pays first (§13.3). Names of officers, injuries
 * and remarks may be left on the screen.
 */
const NEEDED: ReadonlySet<string> = new Set([
  "TicketType",
  "IssueNumber",
  "MedicalTreatmentMonth",
  "MedicalTicketValidDate",
  "MedicalTicketExpirationDate",
  "DesignatedMedicalInstitutionCode",
  "SelfPayAmount",
  "SingleOrCombinedUse",
]);

/** Elements of the ticket that was meant which are stored otherwise, or are needed and not stored. */
function differing({ ticket: stored }: Stored, tickets: Tickets): readonly string[] {
  const meant = tickets.find(({ IssueNumber }) => IssueNumber === stored["IssueNumber"]) ?? tickets[0] ?? {};
  return Object.entries(meant).flatMap(([element, value]) => {
    const kept = stored[element];
    return kept === value || (kept === undefined && !NEEDED.has(element)) ? [] : [element];
  });
}

/** The ticket in a result stands in for the paper one. */
export const ticketAsReceived = check({
  id: "aid/ticket-as-received",
  title: { ja: "医療券の取込", en: "the ticket is stored as received" },
  expected: {
    ja: "医療券の番号・交付番号・診療年月・有効期間・指定医療機関・本人支払額・単独併用別を結果のままその来院に取り込み、他の項目も取り込むなら値を変えない",
    en: "stores numbers, issue number, month, days, facility, own payment and sole or combined use as they came, with that visit; what else it stores is unchanged",
  },
  clause: "eligibility-rules.md §13.1; receipt-system-interface.md §2.5; requirements.md R0-03, C36",
  requires: ["R0-03", "SYS-20"],
  next: {
    ja: "MedicalTicketInfoの示された項目を変換せずに取り込んでください",
    en: "import the named element of MedicalTicketInfo unchanged",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const visit of visitsOf(trace)) {
      const { answer, aid } = aidAnswerFor(trace, visit) ?? {};
      const tickets = aid?.PublicExpenseResultList?.MedicalTicketInfo;
      if (answer === undefined || aid?.InsurerNumber === undefined || tickets === undefined) continue;
      const stored = actsOf(trace, "aid-imported").find(({ message }) => message.visit === visit);
      if (stored === undefined)
        return fail([answer.seq], {
          ja: `来院${visit}: 医療券を取り込まなかった`,
          en: `visit ${visit}: the ticket was not imported`,
        });
      const { payerNumber, recipientNumber } = stored.message;
      const wrong = [
        ...(payerNumber === aid.InsurerNumber ? [] : ["InsurerNumber"]),
        ...(recipientNumber === aid.InsuredIdentificationNumber ? [] : ["InsuredIdentificationNumber"]),
        ...differing(stored.message, tickets),
      ];
      if (wrong.length > 0)
        return fail([answer.seq, stored.seq], {
          ja: `来院${visit}: 結果と違う項目: ${wrong.join("、")}`,
          en: `visit ${visit}: not as received: ${wrong.join(", ")}`,
        });
      evidence.push(answer.seq, stored.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "医療券のある結果がなかった", en: "no result had a ticket" });
    return pass(evidence, { ja: "医療券を結果のまま取り込んだ", en: "the tickets are as received" });
  },
  passes: ["C36", "C37", "C41", "C45"],
  bites: ["C36@broken/drops-ticket-days", "C45@broken/drops-ticket-days"],
});
