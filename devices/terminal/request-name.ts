import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { FileName } from "../../simulator/messages/file-name.ts";
import { type AnyMessageKind, parseFileName } from "../../simulator/messages/index.ts";
import type { KindLookup } from "../../simulator/messages/profiled-kinds.ts";
import type { ReadRefusal } from "../../simulator/messages/xml-reader.ts";

/** What the name of a request says. */
export interface NamedRequest {
  readonly ok: true;
  readonly parsed: FileName;
  readonly kind: AnyMessageKind;
}

const EXTENSION = /\.[^.]*$/;

/** Reads the name of a file laid into `req` (receipt-system-interface.md §1.2, §8.2), or says what is wrong with the name. */
export function readRequestName(name: string, kinds: KindLookup, mostFree: number): NamedRequest | ReadRefusal {
  const parsed = parseFileName(name);
  if (parsed === undefined) return refused(noName(mostFree));
  if (parsed.direction !== "req") return refused(NO_REQUEST);
  if (parsed.extension !== "xml" && parsed.extension !== "zip") return refused(NO_REQUEST_EXTENSION);
  const kind = kinds(parsed.code);
  if (kind === undefined) return refused(noKind(parsed.code));
  return parsed.free.length > mostFree ? refused(freeTooLong(mostFree)) : { ok: true, parsed, kind };
}

/** Name of the text that says why a request was refused: its base name with `.err` (§1.7). */
export const errName = (name: string): string => `${baseOf(name)}.err`;

/** Whether two files would have one `.err`, and one result. */
export const shareBase = (one: string, other: string): boolean => same(baseOf(one), baseOf(other));

/** Names are the same whatever their case, as on the Windows share (§1.1). */
export const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const baseOf = (name: string): string => name.replace(EXTENSION, "");

const refused = (problem: Bilingual): ReadRefusal => ({ ok: false, code: "SIM-E-001", problem });

const noName = (most: number): Bilingual => ({
  ja: `ファイル名が正しくありません。「OQSsiquc01req_任意部分.xml」の形にしてください（任意部分は半角英数字と_-で1～${most}文字）。`,
  en: `the name is no name of a request; write it like OQSsiquc01req_<1-${most} of A-Za-z0-9_->.xml`,
});
const NO_REQUEST = {
  ja: "ファイル名が結果（res）のものです。要求のファイル名（req）にしてください。",
  en: "the name is that of a result (res); give it the name of a request (req)",
};
const NO_REQUEST_EXTENSION = {
  ja: "ファイル名の拡張子が正しくありません。要求はxmlまたはzipにしてください。",
  en: "the extension is none of a request; use xml or zip",
};

const noKind = (code: string): Bilingual => ({
  ja: `ファイル名の先頭「${code}」の要求はありません。種類を確認してください。`,
  en: `there is no request that begins with ${code}; look up its kind`,
});

const freeTooLong = (most: number): Bilingual => ({
  ja: `ファイル名の任意部分は${most}文字以内にしてください。`,
  en: `the free part of the name may have ${most} characters at most`,
});
