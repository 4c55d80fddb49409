import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from "saxes";
import type { Bilingual } from "../kernel/bilingual.ts";
import { withoutLongNumbers } from "../kernel/long-numbers.ts";
import type { ElementTable } from "./element-table.ts";
import { readPlain } from "./plain-reader.ts";
import { type ReadWarning, RecordBuilder, Refusal } from "./record-builder.ts";
import type { ResultCode } from "./result-codes.ts";
import { type EncodedText, type MessageEncoding, readText } from "./text.ts";

/** Bounds of one message; ours. */
export interface ReadLimits {
  readonly maxBytes: number;
  /** Elements inside each other, the root counts as one. */
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Characters of one element's text. */
  readonly maxTextLength: number;
}

/** The bounds of a message of one person. */
export const SINGLE_MESSAGE_LIMITS: ReadLimits = {
  maxBytes: 1 << 20,
  maxDepth: 16,
  maxElements: 20_000,
  maxTextLength: 10_000,
};

/** The bounds of a message of many people: 1,000 of them (§8.9, ours) with 30 tickets each. */
export const BULK_MESSAGE_LIMITS: ReadLimits = {
  maxBytes: 32 << 20,
  maxDepth: 16,
  maxElements: 1_000_000,
  maxTextLength: 10_000,
};

/** Why a message was refused; the code is ours (receipt-system-interface.md §8.1). */
export interface ReadRefusal {
  readonly ok: false;
  readonly code: ResultCode;
  readonly problem: Bilingual;
  /** Where reading stopped, line from 1, column from 0; absent when the bytes are no text or the record does not fit. */
  readonly line?: number;
  readonly column?: number;
}

/** What was read. The record has the table's shape but its values are not compared with their formats. */
export interface ReadRecord {
  readonly ok: true;
  readonly record: object;
  readonly encoding: MessageEncoding;
  readonly warnings: readonly ReadWarning[];
}

/**
 * Reads a message strictly: well-formed XML 1.0 with root `XmlMsg`, without DTD and without entities beyond the five.
 * Never throws, whatever the bytes; a message that cannot be read is a {@link ReadRefusal}.
 */
export function readXml(
  table: ElementTable<unknown>,
  bytes: Uint8Array,
  limits: ReadLimits = SINGLE_MESSAGE_LIMITS,
): ReadRecord | ReadRefusal {
  if (bytes.length > limits.maxBytes) return { ok: false, code: "SIM-E-001", problem: tooLong(limits.maxBytes) };
  const source = readText(bytes);
  if (source === undefined) return { ok: false, code: "SIM-E-001", problem: UNREADABLE };
  const plain = readPlain(table, source.text, limits);
  if (plain !== undefined) return { ok: true, ...plain, encoding: source.encoding };
  return readAny(table, source, limits);
}

/** Reads whatever XML allows, or says where and why it cannot. */
function readAny(table: ElementTable<unknown>, source: EncodedText, limits: ReadLimits): ReadRecord | ReadRefusal {
  const parser = new SaxesParser({ position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  const builder = new RecordBuilder(table, limits);
  connect(parser, builder);
  try {
    parser.write(source.text).close();
    return { ok: true, record: builder.record, encoding: source.encoding, warnings: builder.warnings };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { line, column } = parser;
    return { ok: false, code: error.code, problem: at(error.reason, line, column), line, column };
  }
}

/** Any event may refuse; throwing is the only way out of the parser before its end. */
function connect(parser: SaxesParser, builder: RecordBuilder): void {
  parser.on("doctype", () => {
    throw new Refusal(HAS_DTD);
  });
  parser.on("error", ({ message }) => {
    throw new Refusal(notWellFormed(message));
  });
  parser.on("attribute", ({ name }: SaxesAttributePlain) => builder.attribute(name));
  parser.on("opentag", ({ name }: SaxesTagPlain) => builder.open(name, parser.line, parser.column));
  parser.on("text", (text) => builder.text(text));
  parser.on("cdata", (text) => builder.text(text));
  parser.on("closetag", ({ name }: SaxesTagPlain) => builder.close(name));
}

const UNREADABLE = {
  ja: "文字コードを読み取れません。UTF-8またはShift_JISで作成し、XML宣言のencodingと一致させてください。",
  en: "the bytes are not text; write UTF-8 or Shift_JIS and declare it in the XML declaration",
};
const HAS_DTD = {
  ja: "DTDは使えません。DOCTYPE宣言を削除してください。",
  en: "a DTD is not allowed; remove the DOCTYPE",
};

const tooLong = (maxBytes: number): Bilingual => ({
  ja: `ファイルが大きすぎます。${maxBytes}バイト以内にしてください。`,
  en: `the file is too long; at most ${maxBytes} bytes`,
});

const notWellFormed = (reason: string): Bilingual => ({
  ja: "XMLとして正しくありません。タグの対応や使えない文字を確認してください。",
  en: `not well-formed XML: ${withoutLongNumbers(reason).slice(0, 80)}`,
});

const at = ({ ja, en }: Bilingual, line: number, column: number): Bilingual => ({
  ja: `${line}行${column}桁：${ja}`,
  en: `line ${line}, column ${column}: ${en}`,
});
