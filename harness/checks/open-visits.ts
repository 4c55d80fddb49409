import type { Trace } from "../../simulator/kernel/trace.ts";
import { VALIDITY } from "../../simulator/messages/code-lists.ts";
import { type ActCrossing, actsOf, answersFor, exchangeOf, type ReadAnswer, visitsOf } from "./reading.ts";

/** A visit whose patient left without a valid answer. */
export interface OpenVisit {
  readonly visit: string;
  /** The first time it was settled. */
  readonly settled: ActCrossing<"settled">;
  /** The last answer with a state before that; undefined where the line or the centre gave none. */
  readonly answer: ReadAnswer | undefined;
}

/**
 * Visits that were settled open before a crossing: by what was answered (eligibility-rules.md §3.7), not by what the receipt
 * system says of them, for one that flags nothing has visits to ask again for as well.
 */
export function openVisitsBefore(trace: Trace, before: number): readonly OpenVisit[] {
  return visitsOf(trace).flatMap((visit) => {
    const settled = actsOf(trace, "settled").find(({ seq, message }) => seq < before && message.visit === visit);
    if (settled === undefined) return [];
    const answer = answersFor(trace, visit).findLast(
      ({ seq, record }) => seq < settled.seq && record.MessageBody.QualificationValidity !== undefined,
    );
    return answer?.record.MessageBody.QualificationValidity === VALIDITY.valid ? [] : [{ visit, settled, answer }];
  });
}

/** The first time a visit was settled as confirmed after it had been open. */
export function confirmedAfter(trace: Trace, { visit, settled }: OpenVisit): ActCrossing<"settled"> | undefined {
  return actsOf(trace, "settled").find(
    ({ seq, message }) => seq > settled.seq && message.visit === visit && message.standing === "confirmed",
  );
}

/**
 * Whether a visit was asked about again, rightly, and nothing came: there is nothing it could be confirmed by. A request the
 * terminal refused was not a right one.
 */
export function isAskedInVain(trace: Trace, { visit, settled }: OpenVisit): boolean {
  const since = ({ seq }: { readonly seq: number }): boolean => seq > settled.seq;
  const asked = actsOf(trace, "asked").filter((act) => since(act) && act.message.visit === visit);
  const refused = trace.on("exchange.file").filter((file) => since(file) && /\.err$/i.test(file.message.name));
  const isRefused = (request: string): boolean =>
    refused.some(({ message }) => exchangeOf(message.name) === exchangeOf(request));
  return asked.some(({ message }) => !isRefused(message.file)) && !answersFor(trace, visit).some(since);
}
