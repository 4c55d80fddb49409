import type { Trace } from "../../../simulator/kernel/trace.ts";
import { mutic02 } from "../../../simulator/messages/kinds/mutic02.ts";
import type { PulledPerson } from "../../../simulator/messages/kinds/pulled-people.ts";
import type { QualificationResult } from "../../../simulator/messages/kinds/siquc01.ts";
import { type ActCrossing, actsOf, answersFor, personAt, type ReadAnswer, resultsOf } from "../reading.ts";

/** The record of running aid in an answer; of one that has ended it tells the stop date, and there is nothing to bill. */
export function aidIn({ record: { MessageHeader, MessageBody } }: ReadAnswer): QualificationResult | undefined {
  const on = MessageHeader.QualificationConfirmationDate;
  return MessageBody.ResultList?.ResultOfQualificationConfirmation.find(
    (result) => isAid(result) && !(result.DisqualificationDate && result.DisqualificationDate <= on),
  );
}

/** Whether a record is about 医療扶助 (OQSCD010). */
export const isAid = ({ InsuredCardClassification }: QualificationResult): boolean =>
  InsuredCardClassification === "A1";

/** The first answer for a visit that speaks of aid, with its record. */
export function aidAnswerFor(
  trace: Trace,
  visit: string,
): { readonly answer: ReadAnswer; readonly aid: QualificationResult } | undefined {
  for (const answer of answersFor(trace, visit)) {
    const aid = aidIn(answer);
    if (aid !== undefined) return { answer, aid };
  }
  return undefined;
}

/** Who was said to pay for a visit, in order. */
export function payersFor(trace: Trace, visit: string): readonly ActCrossing<"payers">[] {
  return actsOf(trace, "payers").filter(({ message }) => message.visit === visit);
}

/** 法別番号 of 医療扶助. */
export const AID_LAW = "12";

/** The 12 among the payers, if it is there. */
export const twelveIn = ({ message }: ActCrossing<"payers">) =>
  message.expenses.find(({ payerNumber }) => payerNumber.startsWith(AID_LAW));

/** A finished bulk pull as evidence, read. */
export interface ReadPull {
  readonly seq: number;
  readonly units: readonly PulledPerson[];
}

/** Results of the bulk pull that are finished, in the order they were written. */
export function pullsOf(trace: Trace): readonly ReadPull[] {
  return resultsOf(trace, mutic02)
    .filter(({ record }) => record.MessageHeader.SegmentOfResult === "1")
    .map(({ seq, record }) => ({ seq, units: record.MessageBody.BulkConfirmUnit }));
}

/** The pulled record of whoever stood at the counter at a visit. */
export function pulledFor(trace: Trace, visit: string, { units }: ReadPull): QualificationResult | undefined {
  const person = personAt(trace, visit);
  return units
    .flatMap((unit) => unit.ResultOfQualificationConfirmation)
    .find(({ Name, Birthdate }) => Name === person?.name && Birthdate === person.birthdate);
}
