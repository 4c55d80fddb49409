import { MisuseError } from "../kernel/errors.ts";
import type { ElementTable } from "./element-table.ts";
import { problemText, validate } from "./validate.ts";
import { type ReadLimits, type ReadRecord, type ReadRefusal, readXml, SINGLE_MESSAGE_LIMITS } from "./xml-reader.ts";
import { type WriteOptions, writeXml } from "./xml-writer.ts";

/** A message that was read and fits its table. */
export interface DecodedMessage<R> extends ReadRecord {
  readonly record: object & R;
}

/** Reads a message and compares it with its table; the first problem refuses it. Never throws, whatever the bytes. */
export function decodeMessage<R>(
  table: ElementTable<R>,
  bytes: Uint8Array,
  limits: ReadLimits = SINGLE_MESSAGE_LIMITS,
): DecodedMessage<R> | ReadRefusal {
  const read = readXml(table, bytes, limits);
  if (!read.ok) return read;
  const [problem] = validate(table, read.record, 1);
  if (problem !== undefined) return { ok: false, code: problem.code, problem: problemText(problem) };
  return { ...read, record: read.record as object & R };
}

/** Writes a record. One that does not fit its table is a {@link MisuseError} that names the element. */
export function encodeMessage(table: ElementTable<unknown>, record: object, options: WriteOptions): Uint8Array {
  const [problem] = validate(table, record, 1);
  if (problem !== undefined) throw new MisuseError(problem.path, problem.said.en);
  return writeXml(table, record, options);
}
