import type { Trace } from "../../../simulator/kernel/trace.ts";
import { pmhSimsm01, type SubsidyAnswer, type SubsidyResult } from "../../../simulator/messages/kinds/pmh-simsm01.ts";
import { originOf, resultsOf } from "../reading.ts";

/** A PMH file as evidence, read. */
export interface ReadSubsidies {
  readonly seq: number;
  readonly file: string;
  /** The visit of the check-in that caused it. */
  readonly visit: string | undefined;
  readonly record: SubsidyAnswer;
}

/** PMH files of check-ins that can be read, in the order they were written. */
export function subsidyFilesOf(trace: Trace): readonly ReadSubsidies[] {
  return resultsOf(trace, pmhSimsm01)
    .filter(({ file }) => file.folder === "face")
    .map(({ seq, file, record }) => ({
      seq,
      file: file.name,
      visit: originOf(trace, seq)?.message.visit,
      record,
    }));
}

/** The certificates in a file; none where PMH did not answer. */
export const certificatesIn = ({ record }: ReadSubsidies): readonly SubsidyResult[] =>
  record.MessageBody.MedicalSubsidyList?.MedicalSubsidy ?? [];

/** Whether PMH answered. */
export const isConfirmed = ({ record }: ReadSubsidies): boolean => record.MessageHeader.SegmentOfResult === "1";
