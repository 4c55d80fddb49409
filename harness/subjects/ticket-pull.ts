import type { Process } from "../../simulator/kernel/process.ts";
import { sleep } from "../../simulator/kernel/process.ts";
import { decodeMessage } from "../../simulator/messages/index.ts";
import { mutic01 } from "../../simulator/messages/kinds/mutic01.ts";
import { mutic02 } from "../../simulator/messages/kinds/mutic02.ts";
import type { PulledPeople } from "../../simulator/messages/kinds/pulled-people.ts";
import type { QualificationResult } from "../../simulator/messages/kinds/siquc01.ts";
import { writeXml } from "../../simulator/messages/xml-writer.ts";
import type { Office } from "./features/feature.ts";
import type { Arrival } from "./result-inbox.ts";
import { storeTicket } from "./ticket-store.ts";

/** A result that is not ready is asked for again after this long (receipt-system-interface.md SEQ-04: 10 s or more). */
const ASK_AGAIN_MS = 30_000;
/** After so many times it is left for another day: the job is kept for a week (§8.9). */
const MOST_TIMES = 20;
const SHIFT_JIS = { encoding: "Shift_JIS", order: "paper" } as const;
const PROCESSING = "2";

/**
 * The monthly fetch (receipt-system-interface.md SEQ-09): ask, wait until it is ready, and store tickets with the visits
 * that wait for one. People are told by name and birth date: the recipient number is no key of a person (eligibility-rules.md
 * §13.2).
 */
export function* pullTickets(month: string, office: Office): Process<void> {
  const { facility, intake } = office;
  const opened = yield* office.ask("pull", "OQSmutic01", (identifier) =>
    writeXml(
      mutic01.request,
      {
        MessageHeader: { MedicalInstitutionCode: facility, ArbitraryFileIdentifier: identifier },
        MessageBody: { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: month } },
      },
      SHIFT_JIS,
    ),
  );
  if (opened === undefined) return intake.alert("no-answer", undefined);
  const accepted = decodeMessage(mutic01.answer, opened.bytes);
  const receptionNumber = accepted.ok ? accepted.record.MessageBody.ReceptionNumber : undefined;
  if (receptionNumber === undefined) return intake.alert("centre-error", undefined, opened.name);
  intake.remove(opened);
  const fetched = yield* fetch(receptionNumber, office);
  if (fetched === undefined) return;
  settleWaiting(fetched.answer, fetched.arrival, office);
  intake.remove(fetched.arrival);
}

function* fetch(
  receptionNumber: string,
  office: Office,
): Process<{ readonly answer: PulledPeople; readonly arrival: Arrival } | undefined> {
  const { facility, intake, clock } = office;
  for (let time = 0; time < MOST_TIMES; time++) {
    yield* sleep(clock, ASK_AGAIN_MS);
    const arrival = yield* office.ask("pull", "OQSmutic02", (identifier) =>
      writeXml(
        mutic02.request,
        {
          MessageHeader: { MedicalInstitutionCode: facility, ArbitraryFileIdentifier: identifier },
          MessageBody: { ReceptionNumber: receptionNumber },
        },
        SHIFT_JIS,
      ),
    );
    if (arrival === undefined) continue;
    const decoded = decodeMessage(mutic02.answer, arrival.bytes);
    if (!decoded.ok) {
      intake.refuse(arrival, "unreadable", undefined);
      return undefined;
    }
    if (decoded.record.MessageHeader.SegmentOfResult !== PROCESSING) return { answer: decoded.record, arrival };
    intake.remove(arrival);
  }
  intake.alert("no-answer", undefined);
  return undefined;
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
