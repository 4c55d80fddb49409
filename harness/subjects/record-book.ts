import type { InquiryKeys } from "./subject.ts";

/** A batch that was handed in and not fetched yet. */
export interface OpenBatch {
  readonly receptionNumber: string;
  /** What each row was asked for, by the key that comes back. */
  readonly keys: readonly string[];
}

/** What the clerk decided about data on a printed certificate. */
export interface PrintedData {
  readonly keys: InquiryKeys;
  /** Given when the clerk bills the printed data in place of the online ones. */
  readonly reason?: string;
}

/** What features about records keep from one step to the next; one a receipt system. */
export class RecordBook {
  /** The batches under way, by the job without its step. */
  readonly batches = new Map<string, OpenBatch>();
  /** By visit. */
  readonly printed = new Map<string, PrintedData>();
}
