import { stampAt } from "../kernel/civil-time.ts";
import { PROCESSING_STATUS, SEGMENT_OF_RESULT } from "../messages/code-lists.ts";
import type { SubsidyResult } from "../messages/kinds/pmh-simsm01.ts";
import type { CentralContext } from "./service.ts";

/** The record of `PMHsimsm01` (receipt-system-interface.md §8.12, ours); the terminal adds identifier and character code. */
export function subsidyResult(blocks: readonly SubsidyResult[], { nowMs, facility }: CentralContext) {
  return {
    MessageHeader: {
      ProcessExecutionTime: stampAt(nowMs),
      MedicalInstitutionCode: facility.code,
      SegmentOfResult: SEGMENT_OF_RESULT.normal,
    },
    MessageBody: {
      ProcessingResultStatus: PROCESSING_STATUS.normal,
      ...(blocks.length === 0 ? {} : { MedicalSubsidyList: { MedicalSubsidy: blocks } }),
    },
  };
}
