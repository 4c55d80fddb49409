import { stampAt } from "../kernel/civil-time.ts";
import { PROCESSING_STATUS, SEGMENT_OF_RESULT } from "../messages/code-lists.ts";
import type { FetchRequest } from "../messages/kinds/bulk-parts.ts";
import { type ResultCode, resultCode } from "../messages/result-codes.ts";
import { acceptJob, jobUnder } from "./bulk-job.ts";
import type { LedgerChange, LedgerSlice } from "./ledger.ts";
import type { CentralContext, ServiceAnswer, ServiceResult } from "./service.ts";

/** One unit of a bulk result, as far as counting goes. */
interface CountedUnit {
  readonly ProcessingResultStatus: string;
}

/** What will be given out when the job is fetched; the header that goes with the moment comes then. */
export interface KeptResult {
  readonly MessageHeader: object;
  readonly MessageBody: object;
}

/** Status, code and text of one person (receipt-system-interface.md §2.7). */
export function statusPart(error: ResultCode | undefined) {
  if (error === undefined) return { ProcessingResultStatus: PROCESSING_STATUS.normal };
  return {
    ProcessingResultStatus: PROCESSING_STATUS.error,
    ProcessingResultCode: error,
    ProcessingResultMessage: resultCode(error).ja,
  };
}

/**
 * What the header of a finished job has from acceptance on: the asker's own name for it, and counts; normal ones and errors
 * together are the units (§6.3 no. 12).
 */
export function keptHeader(identifier: string | undefined, units: readonly CountedUnit[]) {
  const errors = units.filter(({ ProcessingResultStatus: status }) => status === PROCESSING_STATUS.error).length;
  return {
    ...(identifier === undefined ? {} : { ArbitraryFileIdentifier: identifier }),
    NumberOfProcessingResult: String(units.length),
    NumberOfNormalProcessing: String(units.length - errors),
    NumberOfError: String(errors),
  };
}

/** Accepts a job and answers with its reception number (§2.7 `01res`). */
export function receptionOf(
  job: { readonly kind: string; readonly people: number; readonly result: KeptResult },
  slice: LedgerSlice,
  cx: CentralContext,
  changes: readonly LedgerChange[] = [],
): ServiceAnswer<object> {
  const accepted = acceptJob(job, slice, cx);
  const now = stampAt(cx.nowMs);
  return {
    answer: {
      MessageHeader: {
        ProcessExecutionTime: now,
        MedicalInstitutionCode: cx.facility.code,
        SegmentOfResult: SEGMENT_OF_RESULT.normal,
      },
      MessageBody: { ReceptionNumber: accepted.receptionNumber, ReceptionDateTime: now },
    },
    changes: [...accepted.changes, ...changes],
  };
}

/** Answers the second step of a job of a kind: unknown, expired, still working, or the result (§2.7 `02res`, SEQ-04). */
export function fetchOf(
  kind: string,
  units: string,
  { MessageBody: { ReceptionNumber: number } }: FetchRequest,
  slice: LedgerSlice,
  cx: CentralContext,
): ServiceResult<object> {
  const found = jobUnder(number, kind, slice, cx);
  if (found.state === "refused") return { refused: found.code };
  const header = {
    ProcessExecutionTime: stampAt(cx.nowMs),
    MedicalInstitutionCode: cx.facility.code,
    ReceptionNumber: number,
  };
  if (found.state === "working") {
    const working = { ...header, SegmentOfResult: SEGMENT_OF_RESULT.processing };
    return { answer: { MessageHeader: working, MessageBody: { [units]: [] } }, changes: [] };
  }
  const { MessageHeader, MessageBody } = found.job.result as KeptResult;
  const done = { ...header, ...MessageHeader, SegmentOfResult: SEGMENT_OF_RESULT.normal };
  return { answer: { MessageHeader: done, MessageBody }, changes: [] };
}
