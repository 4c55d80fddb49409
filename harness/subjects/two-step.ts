import { type Process, sleep } from "../../simulator/kernel/process.ts";
import { decodeMessage } from "../../simulator/messages/index.ts";
import { type FetchRequest, fetchRequest, type ReceptionAnswer } from "../../simulator/messages/kinds/bulk-parts.ts";
import type { AnyRequest, MessageKind } from "../../simulator/messages/message-kind.ts";
import { writeXml } from "../../simulator/messages/xml-writer.ts";
import type { Office } from "./features/feature.ts";
import type { Arrival } from "./result-inbox.ts";

/** A result that is not ready is asked for again after this long, ms (receipt-system-interface.md SEQ-04: 10 s or more). */
const ASK_AGAIN_MS = 30_000;
/** After so many times it is left for another day: the job is kept for a week (§8.9). */
const MOST_TIMES = 20;
const PROCESSING = "2";
const SHIFT_JIS = { encoding: "Shift_JIS", order: "paper" } as const;

/** A job in two steps: hand in, then fetch until it is finished. */
export interface TwoStepJob<Q extends AnyRequest, A extends object> {
  /** Name of the matter in the acts of the receipt system. */
  readonly matter: string;
  readonly first: MessageKind<Q, ReceptionAnswer>;
  readonly second: MessageKind<FetchRequest, A & { readonly MessageHeader: { readonly SegmentOfResult: string } }>;
  /** Body of the first request. */
  readonly body: Q extends { readonly MessageBody: infer B } ? B : never;
  /** Further elements of its header. */
  readonly header?: Readonly<Record<string, string>>;
}

/** What a finished job brought. */
export interface Fetched<A> {
  readonly answer: A;
  readonly arrival: Arrival;
}

/**
 * Hands a job in and fetches its result, again while the centre says "still working"; undefined when nothing usable came, and
 * then the user was told. The file that was fetched is left to the caller.
 */
export function* twoStep<Q extends AnyRequest, A extends object>(
  { matter, first, second, body, header = {} }: TwoStepJob<Q, A>,
  office: Office,
): Process<Fetched<A> | undefined> {
  const { facility, intake } = office;
  const opened = yield* office.ask(matter, first.code, (identifier) => {
    const sender = { MedicalInstitutionCode: facility, ArbitraryFileIdentifier: identifier };
    return writeXml(first.request, { MessageHeader: { ...header, ...sender }, MessageBody: body }, SHIFT_JIS);
  });
  if (opened === undefined) {
    intake.alert("no-answer", undefined);
    return undefined;
  }
  const accepted = decodeMessage(first.answer, opened.bytes);
  const number = accepted.ok ? accepted.record.MessageBody.ReceptionNumber : undefined;
  intake.remove(opened);
  if (number === undefined) {
    intake.alert("centre-error", undefined, opened.name);
    return undefined;
  }
  return yield* fetch(matter, second, number, office);
}

function* fetch<A extends object>(
  matter: string,
  kind: TwoStepJob<AnyRequest, A>["second"],
  number: string,
  office: Office,
): Process<Fetched<A> | undefined> {
  const { facility, intake, clock } = office;
  for (let time = 0; time < MOST_TIMES; time++) {
    yield* sleep(clock, ASK_AGAIN_MS);
    const arrival = yield* office.ask(matter, kind.code, (identifier) => {
      const sender = { MedicalInstitutionCode: facility, ArbitraryFileIdentifier: identifier };
      return writeXml(fetchRequest, { MessageHeader: sender, MessageBody: { ReceptionNumber: number } }, SHIFT_JIS);
    });
    if (arrival === undefined) continue;
    const decoded = decodeMessage(kind.answer, arrival.bytes);
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
