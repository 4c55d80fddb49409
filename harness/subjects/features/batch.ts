import { type Process, sleep } from "../../../simulator/kernel/process.ts";
import { decodeMessage, muquc01, muquc02 } from "../../../simulator/messages/index.ts";
import { writeXml } from "../../../simulator/messages/xml-writer.ts";
import type { Office } from "./feature.ts";

/** What a fetched file came to. */
export type Fetched = "done" | "working" | "failed" | "unreadable";

/** A job without its step. */
export type BatchKind = "OQSmuquc" | "OQSmuimm";

/** Time between two fetches (receipt-system-interface.md SEQ-04: at least 10 s), and how often a job is asked for at most. */
const BETWEEN_MS = 20_000;
const MOST_FETCHES = 120;
const SHIFT_JIS = { encoding: "Shift_JIS", order: "paper" } as const;

/** Hands a job in and keeps its reception number; false when it was not accepted. */
export function* handInBatch(
  kind: BatchKind,
  build: (identifier: string) => Uint8Array,
  keys: readonly string[],
  office: Office,
): Process<boolean> {
  const arrival = yield* office.ask("batch", `${kind}01`, build);
  if (arrival === undefined) {
    office.intake.alert("no-answer", undefined);
    return false;
  }
  // The first step is answered alike for every job.
  const answer = decodeMessage(muquc01.answer, arrival.bytes);
  const receptionNumber = answer.ok ? answer.record.MessageBody.ReceptionNumber : undefined;
  if (receptionNumber === undefined) {
    office.intake.alert(answer.ok ? "centre-error" : "request-refused", undefined, arrival.name);
    if (answer.ok) office.intake.remove(arrival);
    return false;
  }
  office.records.batches.set(kind, { receptionNumber, keys });
  office.intake.remove(arrival);
  return true;
}

/** Fetches a job until it is finished; what cannot be read is fetched again under the same number (requirements.md C58). */
export function* fetchBatch(
  kind: BatchKind,
  take: (bytes: Uint8Array, file: string) => Fetched,
  office: Office,
): Process<void> {
  const { records, decisions, clock, facility, intake } = office;
  const batch = records.batches.get(kind);
  if (batch === undefined) return;
  const build = (identifier: string): Uint8Array =>
    writeXml(
      muquc02.request,
      {
        MessageHeader: { MedicalInstitutionCode: facility, ArbitraryFileIdentifier: identifier },
        MessageBody: { ReceptionNumber: batch.receptionNumber },
      },
      SHIFT_JIS,
    );
  for (let fetches = 0; fetches < MOST_FETCHES; fetches++) {
    yield* sleep(clock, BETWEEN_MS);
    const arrival = yield* office.ask("batch", `${kind}02`, build);
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
