import { PROCESSING_STATUS, SEGMENT_OF_RESULT } from "../../simulator/messages/code-lists.ts";
import { resultCode } from "../../simulator/messages/index.ts";
import type { SubsidyAnswer } from "../../simulator/messages/kinds/pmh-simsm01.ts";

/** What PMH said at a check-in whose patient uses certificates. */
export type SubsidyReply = object | "not-confirmed";

const SILENT = "SIM-E-901";

/**
 * The record of `PMHsimsm01res_face_…` (receipt-system-interface.md §8.12, ours); undefined where nothing is to be told: a
 * person without certificates leaves no file, as one who refused (eligibility-rules.md §10.4 rows 2 and 4).
 */
export function subsidyRecord(
  reply: SubsidyReply | undefined,
  { at, facility }: { readonly at: string; readonly facility: string },
): object | undefined {
  if (reply === undefined) return undefined;
  if (reply !== "not-confirmed") {
    const { MessageBody } = reply as Pick<SubsidyAnswer, "MessageBody">;
    return (MessageBody.MedicalSubsidyList?.MedicalSubsidy.length ?? 0) > 0 ? reply : undefined;
  }
  return {
    MessageHeader: {
      ProcessExecutionTime: at,
      MedicalInstitutionCode: facility,
      SegmentOfResult: SEGMENT_OF_RESULT.failed,
      ErrorCode: SILENT,
      ErrorMessage: resultCode(SILENT).ja,
    },
    MessageBody: { ProcessingResultStatus: PROCESSING_STATUS.error },
  };
}

/** The name beside a qualification file: the same token and the same second. */
export const subsidyName = (qualification: string): string =>
  qualification.replace(/^OQSsiquc01/, "PMHsimsm01").replace(/\.[^.]*$/, ".xml");
