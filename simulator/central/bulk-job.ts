import { DAY_MS } from "../kernel/civil-time.ts";
import type { ResultCode } from "../messages/result-codes.ts";
import type { LedgerChange, LedgerKey, LedgerSlice } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

/** A file that was accepted and waits to be fetched (receipt-system-interface.md §2.2 "batch protocol", SEQ-04). */
export interface BulkJob {
  /** The job without its step, `OQSmuquc`. */
  readonly kind: string;
  /** Code of the facility that sent the file; nobody else may fetch the result. */
  readonly facility: string;
  readonly acceptedAtMs: number;
  /** From this instant on the result is given out; before, the job is "still working". */
  readonly readyAtMs: number;
  /** What will be given out: worked out from the state at acceptance, so that two fetches cannot differ (ours). */
  readonly result: object;
}

declare module "./ledger.ts" {
  interface LedgerTables {
    /** Reception number → job. */
    readonly bulkJob: BulkJob;
    /** Day of reception, `yyyymmdd` → jobs accepted on it so far. */
    readonly bulkCount: { readonly jobs: number };
  }
}

/** What a fetch finds. */
export type JobState =
  | { readonly state: "refused"; readonly code: Extract<ResultCode, "SIM-E-007" | "SIM-E-008"> }
  | { readonly state: "working" | "ready"; readonly job: BulkJob };

/** Digits of the running number behind the day (receipt-system-interface.md §8.9, ours). */
const RUNNING_DIGITS = 8;

/** Rows a job needs when it is accepted. */
export function acceptanceKeys({ today }: Pick<CentralContext, "today">): readonly LedgerKey[] {
  return [["bulkCount", today]];
}

/**
 * Accepts a job of so many people: its reception number, 16 digits yyyymmdd + 8 running, and the rows that keep it. Ready
 * after a minimum or so long a person, whichever is later (§8.9, ours: profile `bulk`).
 */
export function acceptJob(
  { kind, people, result }: Pick<BulkJob, "kind" | "result"> & { readonly people: number },
  slice: LedgerSlice,
  { today, nowMs, facility, profile }: CentralContext,
): { readonly receptionNumber: string; readonly changes: readonly LedgerChange[] } {
  const jobs = (slice.get("bulkCount", today)?.jobs ?? 0) + 1;
  const receptionNumber = `${today}${String(jobs).padStart(RUNNING_DIGITS, "0")}`;
  const { readyMs, readyPerPersonMs } = profile.bulk;
  const readyAtMs = nowMs + Math.max(readyMs, people * readyPerPersonMs);
  const job = { kind, facility: facility.code, acceptedAtMs: nowMs, readyAtMs, result };
  return {
    receptionNumber,
    changes: [
      { table: "bulkCount", key: today, row: { jobs } },
      { table: "bulkJob", key: receptionNumber, row: job },
    ],
  };
}

/** The job under a reception number; of another kind or of another facility it is as unknown as none (§8.1 007, ours). */
export function jobUnder(
  receptionNumber: string,
  kind: string,
  slice: LedgerSlice,
  { nowMs, facility, profile }: CentralContext,
): JobState {
  const job = slice.get("bulkJob", receptionNumber);
  if (job === undefined || job.kind !== kind || job.facility !== facility.code)
    return { state: "refused", code: "SIM-E-007" };
  if (nowMs >= job.readyAtMs + profile.bulk.keptDays * DAY_MS) return { state: "refused", code: "SIM-E-008" };
  return { state: nowMs < job.readyAtMs ? "working" : "ready", job };
}
