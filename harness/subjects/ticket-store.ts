import type { QualificationResult } from "../../simulator/messages/kinds/siquc01.ts";
import type { AidOnVisit } from "./expense-book.ts";
import type { Office } from "./features/feature.ts";

/** 被保険者証区分 of 医療扶助. */
const AID = "A1";

/** The aid record of an answer, if there is one that runs on the day: of one that has ended only the stop date came. */
export const aidIn = (results: readonly QualificationResult[], on: string): QualificationResult | undefined =>
  results.find(
    ({ InsuredCardClassification, DisqualificationDate: ended }) =>
      InsuredCardClassification === AID && !(ended && ended <= on),
  );

/** Stores the ticket of a record with a visit; false when the record has no numbers or no ticket. */
export function storeTicket(visit: string, file: string, record: QualificationResult, office: Office): boolean {
  const payerNumber = record.InsurerNumber;
  const recipientNumber = record.InsuredIdentificationNumber;
  const ticket = record.PublicExpenseResultList?.MedicalTicketInfo[0];
  if (payerNumber === undefined || recipientNumber === undefined || ticket === undefined) return false;
  const aid: AidOnVisit = { payerNumber, recipientNumber, ownPaymentYen: Number(ticket.SelfPayAmount ?? "0") };
  const chart = office.visits.get(visit)?.chart;
  const expenses = office.expenses.ofVisit(visit);
  expenses.aid = aid;
  expenses.pullLater = false;
  const elements = Object.entries(ticket).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  office.tell({
    act: "aid-imported",
    visit,
    ...(chart === undefined ? {} : { chart }),
    file,
    payerNumber,
    recipientNumber,
    ticket: office.decisions.ticketKept(Object.fromEntries(elements)),
  });
  return true;
}
