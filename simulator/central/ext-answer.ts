import { stampAt } from "../kernel/civil-time.ts";
import { SEGMENT_OF_RESULT } from "../messages/code-lists.ts";
import type { CentralContext } from "./service.ts";

/** An answer of one of our own kinds: the usual header, and a body (receipt-system-interface.md §8.3). */
export function extAnswer<B extends object>(body: B, { nowMs, facility }: CentralContext) {
  return {
    MessageHeader: {
      ProcessExecutionTime: stampAt(nowMs),
      MedicalInstitutionCode: facility.code,
      SegmentOfResult: SEGMENT_OF_RESULT.normal,
    },
    MessageBody: body,
  };
}
