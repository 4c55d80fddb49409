import { isCivilDate } from "../kernel/civil-time.ts";
import { type CodeList, type CodeListId, codeLists } from "./code-lists.ts";

/**
 * What the text of an element may be, in the notation of receipt-system-interface.md §2.1. Lengths count characters,
 * not bytes. Plain data, so that a generator of test values can read it as well.
 */
export type Format =
  | { readonly kind: "date" | "month" | "stamp" | "insurer-number" | "post-number" | "item-code" }
  | { readonly kind: "digits"; readonly length: number }
  | { readonly kind: "amount"; readonly maxLength: number }
  | { readonly kind: "text"; readonly width: "any" | "full" | "half-kana"; readonly maxLength: number }
  | { readonly kind: "code"; readonly list: CodeListId };

/** `yyyymmdd`, an existing day. */
export const D8: Format = { kind: "date" };
/** `yyyymm`. */
export const M6: Format = { kind: "month" };
/** `yyyymmddHHMMSS`, Japan time. */
export const T14: Format = { kind: "stamp" };
/** 8 digits, or a six-digit number behind two half-width blanks (fact 7). */
export const INSURER_NUMBER: Format = { kind: "insurer-number" };
/** `nnn-nnnn`. */
export const POST_NUMBER: Format = { kind: "post-number" };
/** JLAC10 code of a check-up item: 17 letters and digits (§2.12). */
export const ITEM_CODE: Format = { kind: "item-code" };
/** Exactly this many digits. */
export const N = (length: number): Format => ({ kind: "digits", length });
/** A whole number of up to this many digits. */
export const AMOUNT = (maxLength: number): Format => ({ kind: "amount", maxLength });
/** Text of any width. */
export const X = (maxLength: number): Format => ({ kind: "text", width: "any", maxLength });
/** Full-width text. */
export const W = (maxLength: number): Format => ({ kind: "text", width: "full", maxLength });
/** Half-width kana, half-width blank between the parts. */
export const K = (maxLength: number): Format => ({ kind: "text", width: "half-kana", maxLength });
/** A value of a code list of chapter 3. */
export const C = (list: CodeListId): Format => ({ kind: "code", list });

/** What is wrong with a value: how long it is, or what it says. */
export type FormatFault = "length" | "value";

const NARROW = /[ -~\uff61-\uff9f]/;
const NOT_HALF_KANA = /[^ \uff61-\uff9f]/;
const TIME_OF_DAY = /^(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/;
const INSURER = /^(?: {2}\d{6}|\d{8})$/;
const CODE = /^[0-9A-Za-z]+$/;
const POST = /^\d{3}-\d{4}$/;
const MONTH = /^\d{4}(?:0[1-9]|1[0-2])$/;

/** Compares a value that is not empty with a format; undefined when it fits. */
export type FormatCheck = (value: string) => FormatFault | undefined;

/** The check of a format, made once a row: a message is full of values, and to look the format up for each is slow. */
export function checkOf(format: Format): FormatCheck {
  switch (format.kind) {
    case "date":
      return fixed(8, isCivilDate);
    case "month":
      return fixed(6, (value) => MONTH.test(value));
    case "stamp":
      return fixed(14, (value) => isCivilDate(value.slice(0, 8)) && TIME_OF_DAY.test(value.slice(8)));
    case "insurer-number":
      return fixed(8, (value) => INSURER.test(value));
    case "post-number":
      return fixed(8, (value) => POST.test(value));
    case "item-code":
      return fixed(17, (value) => CODE.test(value));
    case "digits":
      return fixed(format.length, isDigits);
    case "amount":
      return (value) => (value.length > format.maxLength ? "length" : fits(isDigits(value)));
    case "text":
      return textCheck(format);
    case "code": {
      const { values, others }: CodeList = codeLists[format.list];
      if (others !== undefined) return (value) => (value.length > others ? "length" : fits(CODE.test(value)));
      const codes = new Set(Object.keys(values));
      return (value) => fits(codes.has(value));
    }
  }
}

/** The format in words, to say what is expected. */
export function describeFormat(format: Format): { readonly ja: string; readonly en: string } {
  switch (format.kind) {
    case "date":
      return { ja: "年月日8桁（yyyymmdd）", en: "a day as yyyymmdd" };
    case "month":
      return { ja: "年月6桁（yyyymm）", en: "a month as yyyymm" };
    case "stamp":
      return { ja: "日時14桁（yyyymmddHHMMSS）", en: "a time as yyyymmddHHMMSS" };
    case "insurer-number":
      return { ja: "数字8桁、または半角空白2個と数字6桁", en: "8 digits, or two blanks and 6 digits" };
    case "post-number":
      return { ja: "郵便番号（nnn-nnnn）", en: "a post code as nnn-nnnn" };
    case "item-code":
      return { ja: "英数字17桁", en: "17 letters and digits" };
    case "digits":
      return { ja: `数字${format.length}桁`, en: `${format.length} digits` };
    case "amount":
      return { ja: `数字${format.maxLength}桁以内`, en: `up to ${format.maxLength} digits` };
    case "text":
      return TEXT_WORDS[format.width](format.maxLength);
    case "code":
      return describeCodes(codeLists[format.list]);
  }
}

const TEXT_WORDS = {
  any: (max: number) => ({ ja: `${max}文字以内`, en: `up to ${max} characters` }),
  full: (max: number) => ({ ja: `全角${max}文字以内`, en: `up to ${max} full-width characters` }),
  "half-kana": (max: number) => ({ ja: `半角カナ${max}文字以内`, en: `up to ${max} half-width kana` }),
} as const;

function describeCodes({ values, others }: CodeList): { readonly ja: string; readonly en: string } {
  const codes = Object.keys(values);
  if (others !== undefined)
    return {
      ja: `${codes.join("・")}、または英数字${others}文字以内`,
      en: `${codes.join(", ")} or up to ${others} letters and digits`,
    };
  return { ja: `${codes.join("・")}のいずれか`, en: `one of ${codes.join(", ")}` };
}

function textCheck({ width, maxLength }: Extract<Format, { readonly kind: "text" }>): FormatCheck {
  if (width === "any") return (value) => (isLonger(value, maxLength) ? "length" : undefined);
  const foreign = width === "full" ? NARROW : NOT_HALF_KANA;
  return (value) => (isLonger(value, maxLength) ? "length" : fits(!foreign.test(value)));
}

function isDigits(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

function fixed(length: number, isGood: (value: string) => boolean): FormatCheck {
  return (value) => (value.length === length ? fits(isGood(value)) : "length");
}

function fits(good: boolean): FormatFault | undefined {
  return good ? undefined : "value";
}

/** Characters outside the basic plane take two units of a string and count once. */
function isLonger(value: string, maxLength: number): boolean {
  return value.length > maxLength && (value.length > 2 * maxLength || [...value].length > maxLength);
}
