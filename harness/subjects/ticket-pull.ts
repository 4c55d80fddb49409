import type { Process } from "../../simulator/kernel/process.ts";
import { mutic01 } from "../../simulator/messages/kinds/mutic01.ts";
import { mutic02 } from "../../simulator/messages/kinds/mutic02.ts";
import type { PulledPeople } from "../../simulator/messages/kinds/pulled-people.ts";
import type { QualificationResult } from "../../simulator/messages/kinds/siquc01.ts";
import type { Office } from "./features/feature.ts";
import type { Arrival } from "./result-inbox.ts";
import { storeTicket } from "./ticket-store.ts";
import { twoStep } from "./two-step.ts";

/**
 * The monthly fetch (receipt-system-interface.md SEQ-09): ask, wait until it is ready, and store tickets with the visits
 * that wait for one. People are told by name and birth date: the recipient number is no key of a person (eligibility-rules.md
 * §13.2).
 */
export function* pullTickets(month: string, office: Office): Process<void> {
  const body = { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: month } };
  const fetched = yield* twoStep({ matter: "pull", first: mutic01, second: mutic02, body }, office);
  if (fetched === undefined) return;
  settleWaiting(fetched.answer, fetched.arrival, office);
  office.intake.remove(fetched.arrival);
}

function settleWaiting({ MessageBody }: PulledPeople, { name }: Arrival, office: Office): void {
  const results = MessageBody.BulkConfirmUnit.flatMap((unit) => unit.ResultOfQualificationConfirmation);
  for (const visit of office.expenses.waitingForTicket()) {
    const record = results.find((result) => isOf(visit, result, office));
    if (record !== undefined) storeTicket(visit, name, record, office);
  }
}

function isOf(id: string, result: QualificationResult, { visit, decisions, expenses }: Office): boolean {
  const { person, chart } = visit(id);
  const { Name: name, NameKana: kana = "", Birthdate: birthdate, InsuredIdentificationNumber: recipient } = result;
  if (!decisions.knowsByRecipient) return decisions.samePerson({ name, kana, birthdate }, person);
  return expenses.ofChart(chart ?? "").some(({ recipientNumber }) => recipientNumber === recipient);
}
