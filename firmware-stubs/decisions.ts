import { type ReaderDecisions, readerDecisions } from "../devices/ccid-reader/decisions.ts";
import { type PcdDecisions, pcdDecisions } from "../devices/iso14443/decisions.ts";
import { type T1Decisions, t1Decisions } from "../devices/t1/decisions.ts";

/** Every decision of a whole reader, by layer. */
export interface FirmwareDecisions extends ReaderDecisions {
  readonly t1: T1Decisions;
  readonly pcd: PcdDecisions;
}

/** How good firmware decides. */
export const goodDecisions: FirmwareDecisions = { ...readerDecisions, t1: t1Decisions, pcd: pcdDecisions };
