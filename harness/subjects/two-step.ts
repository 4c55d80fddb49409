import { type Process, sleep } from "../../simulator/kernel/process.ts";
import { decodeMessage } from "../../simulator/messages/index.ts";
import { type FetchRequest, fetchRequest, type ReceptionAnswer } from "../../simulator/messages/kinds/bulk-parts.ts";
import type { AnyRequest, MessageKind } from "../../simulator/messages/message-kind.ts";
import type { Office } from "./features/feature.ts";
import { requestFile, sentBy } from "./request-file.ts";
import type { Arrival } from "./result-inbox.ts";

/** A result that is not ready is asked for again after this long, ms (receipt-system-interface.md SEQ-04: 10 s or more). */
const ASK_AGAIN_MS = 30_000;
/** After so many times it is left for another day: the job is kept for a week (§8.9). */
const MOST_TIMES = 20;
const PROCESSING = "2";

/** The first step of a job. */
export interface FirstStep<Q extends AnyRequest> {
  /** Name of the matter in the acts of the receipt system. */
  readonly matter: string;
  readonly first: MessageKind<Q, ReceptionAnswer>;
  /** Body of the request; what it lacks is sent lacking. */
  readonly body: object;
  /** Further elements of its header. */
  readonly header?: Readonly<Record<string, string>>;
}

/** A job in two steps: hand in, then fetch until it is finished. */
export interface TwoStepJob<Q extends AnyRequest, A extends object> extends FirstStep<Q> {
  readonly second: MessageKind<FetchRequest, A & { readonly MessageHeader: { readonly SegmentOfResult: string } }>;
  readonly body: Q extends { readonly MessageBody: infer B extends object } ? B : never;
}

/** What a finished job brought. */
export interface Fetched<A> {
  readonly answer: A;
  readonly arrival: Arrival;
}

/** Hands a job in; its reception number, or undefined when it was not accepted, and then the user was told. */
export function* handIn<Q extends AnyRequest>(
  { matter, first, body, header = {} }: FirstStep<Q>,
  office: Office,
): Process<string | undefined> {
  const { facility, intake } = office;
  const arrival = yield* office.ask(matter, first.code, (identifier) =>
    requestFile(first.request, { MessageHeader: { ...header, ...sentBy(facility, identifier) }, MessageBody: body }),
  );
  if (arrival === undefined) {
    intake.alert("no-answer", undefined);
    return undefined;
  }
  const answer = decodeMessage(first.answer, arrival.bytes);
  const number = answer.ok ? answer.record.MessageBody.ReceptionNumber : undefined;
  if (number === undefined) intake.alert(answer.ok ? "centre-error" : "request-refused", undefined, arrival.name);
  // What could not be read stays for a human to look at.
  if (answer.ok) intake.remove(arrival);
  return number;
}

/** Asks once for the result under a reception number; undefined when nothing came in time. */
export function askResult(matter: string, code: string, number: string, office: Office): Process<Arrival | undefined> {
  return office.ask(matter, code, (identifier) =>
    requestFile(fetchRequest, {
      MessageHeader: sentBy(office.facility, identifier),
      MessageBody: { ReceptionNumber: number },
    }),
  );
}

/**
 * Hands a job in and fetches its result, again while the centre says "still working"; undefined when nothing usable came, and
 * then the user was told. The file that was fetched is left to the caller.
 */
export function* twoStep<Q extends AnyRequest, A extends object>(
  job: TwoStepJob<Q, A>,
  office: Office,
): Process<Fetched<A> | undefined> {
  const number = yield* handIn(job, office);
  if (number === undefined) return undefined;
  const { matter, second } = job;
  const { intake, clock } = office;
  for (let time = 0; time < MOST_TIMES; time++) {
    yield* sleep(clock, ASK_AGAIN_MS);
    const arrival = yield* askResult(matter, second.code, number, office);
    if (arrival === undefined) continue;
    const decoded = decodeMessage(second.answer, arrival.bytes);
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
