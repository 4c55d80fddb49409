import { type Process, sleep } from "../../../simulator/kernel/process.ts";
import type { AnyRequest } from "../../../simulator/messages/message-kind.ts";
import { askResult, type FirstStep, handIn } from "../two-step.ts";
import type { Office } from "./feature.ts";

/** What a fetched file came to. */
export type Fetched = "done" | "working" | "failed" | "unreadable";

/** A job without its step. */
export type BatchKind = "OQSmuquc" | "OQSmuimm";

/** Time between two fetches (receipt-system-interface.md SEQ-04: at least 10 s), and how often a job is asked for at most. */
const BETWEEN_MS = 20_000;
const MOST_FETCHES = 120;
/** The matter in the acts of the receipt system. */
const MATTER = "batch";

/** Hands a job in and keeps its reception number; false when it was not accepted. */
export function* handInBatch<Q extends AnyRequest>(
  kind: BatchKind,
  step: Omit<FirstStep<Q>, "matter">,
  keys: readonly string[],
  office: Office,
): Process<boolean> {
  const receptionNumber = yield* handIn({ matter: MATTER, ...step }, office);
  if (receptionNumber === undefined) return false;
  office.records.batches.set(kind, { receptionNumber, keys });
  return true;
}

/** Fetches a job until it is finished; what cannot be read is fetched again under the same number (requirements.md C58). */
export function* fetchBatch(
  kind: BatchKind,
  take: (bytes: Uint8Array, file: string) => Fetched,
  office: Office,
): Process<void> {
  const { records, decisions, clock, intake } = office;
  const batch = records.batches.get(kind);
  if (batch === undefined) return;
  for (let fetches = 0; fetches < MOST_FETCHES; fetches++) {
    yield* sleep(clock, BETWEEN_MS);
    const arrival = yield* askResult(MATTER, `${kind}02`, batch.receptionNumber, office);
    if (arrival === undefined) {
      intake.alert("no-answer", undefined);
      continue;
    }
    const came = take(arrival.bytes, arrival.name);
    if (came === "unreadable") intake.alert("unreadable-file", undefined, arrival.name);
    else intake.remove(arrival);
    if (came === "failed") intake.alert("centre-error", undefined, arrival.name);
    if (came === "done" || came === "failed" || !decisions.fetchesAgain) break;
  }
  records.batches.delete(kind);
}
