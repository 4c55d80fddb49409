import type { Bilingual } from "../kernel/bilingual.ts";
import { type DecodedMessage, decodeMessage } from "./message-codec.ts";
import type { AnyMessageKind, AnyRequest } from "./message-kind.ts";
import type { TerminalProfile } from "./profile.ts";
import type { ReadWarning } from "./record-builder.ts";
import { declaresEncoding } from "./text.ts";
import { problemText, validate } from "./validate.ts";
import { type ReadRefusal, readXml } from "./xml-reader.ts";

/** What a terminal looks at before it sends a request on (receipt-system-interface.md §8.8, §7 "request acceptance"). */
export function acceptRequest(
  kind: AnyMessageKind,
  bytes: Uint8Array,
  accept: TerminalProfile["err"]["accept"],
): DecodedMessage<AnyRequest> | ReadRefusal {
  if (accept === "lenient") return readHeader(kind, bytes);
  const decoded = decodeMessage(kind.request, bytes, kind.limits);
  if (accept === "usual" || !decoded.ok) return decoded;
  if (!declaresEncoding(bytes)) return { ok: false, code: "SIM-E-001", problem: NO_DECLARATION };
  const [warning] = decoded.warnings;
  return warning === undefined ? decoded : refusalOf(warning);
}

/** Header as the layout wants it, because the result is made from it; the centre judges the body. */
function readHeader(kind: AnyMessageKind, bytes: Uint8Array): DecodedMessage<AnyRequest> | ReadRefusal {
  const read = readXml(kind.request, bytes, kind.limits);
  if (!read.ok) return read;
  const problem = validate(kind.request, read.record).find(({ path }) => !path.startsWith(BODY));
  if (problem !== undefined) return { ok: false, code: problem.code, problem: problemText(problem) };
  return { ...read, record: read.record as AnyRequest };
}

const BODY = "MessageBody/";

function refusalOf({ kind, path, line, column }: ReadWarning): ReadRefusal {
  return { ok: false, code: "SIM-E-001", problem: WARNED[kind](`${line}行${column}桁：${path}`, path), line, column };
}

/** A warning in words: the same whether a strict terminal refuses for it or it is only told. */
export const WARNED: Readonly<Record<ReadWarning["kind"], (ja: string, en: string) => Bilingual>> = {
  "element-order": (ja, en) => ({
    ja: `${ja}の順序がレイアウトと異なります。`,
    en: `${en} does not stand where the layout has it`,
  }),
  "unknown-element": (ja, en) => ({
    ja: `${ja}はレイアウトにない項目です。`,
    en: `${en} is not in the layout`,
  }),
  "unknown-attribute": (ja, en) => ({
    ja: `${ja}：属性は使えません。`,
    en: `${en}: the interface has no attributes`,
  }),
};

const NO_DECLARATION = {
  ja: "XML宣言にencodingがありません。UTF-8またはShift_JISを宣言してください。",
  en: "the XML declaration names no encoding; declare UTF-8 or Shift_JIS",
};
