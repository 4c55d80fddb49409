import fc from "fast-check";
import { codeLists } from "../../../simulator/messages/code-lists.ts";
import type { ElementTable, Row } from "../../../simulator/messages/element-table.ts";
import type { Format } from "../../../simulator/messages/format.ts";

/** Characters that both encodings can carry, markup and leading blanks among them. */
const SHARED = {
  any: [..." <>&\"'ab-・１２見本髙﨑①～－●ｶﾞ"],
  full: [..."　１ａ見本花子髙﨑①～－●・（）カナ"],
  "half-kana": [..." ｱｶｻﾀﾅﾞﾟｰ"],
} as const;
/** Characters only Unicode has. */
const UNICODE = { any: ["é", "𠮷", "〜", "😀"], full: ["𠮷", "〜"], "half-kana": [] } as const;

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10).replaceAll("-", ""));
const timeOfDay = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date("2030-01-01") })
  .map((at) => at.toISOString().slice(11, 19).replaceAll(":", ""));

function textOf(format: Format, shared: boolean): fc.Arbitrary<string> {
  switch (format.kind) {
    case "date":
      return day;
    case "month":
      return day.map((date) => date.slice(0, 6));
    case "stamp":
      return fc.tuple(day, timeOfDay).map((parts) => parts.join(""));
    case "insurer-number":
      return fc.oneof(
        digits(8),
        digits(6).map((number) => `  ${number}`),
      );
    case "item-code":
      return fc.stringMatching(/^[0-9A-Z]{17}$/);
    case "post-number":
      return fc.tuple(digits(3), digits(4)).map((parts) => parts.join("-"));
    case "digits":
      return digits(format.length);
    case "amount":
      return fc.integer({ min: 1, max: format.maxLength }).chain(digits);
    case "text": {
      const units = shared ? SHARED[format.width] : [...SHARED[format.width], ...UNICODE[format.width]];
      return fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: Math.min(format.maxLength, 30) });
    }
    case "code":
      return fc.constantFrom(...Object.keys(codeLists[format.list].values));
  }
}

function contentOf(row: Row, shared: boolean): fc.Arbitrary<unknown> {
  if (row.kind === "repeated") return fc.array(recordsOf(row.table, shared), { maxLength: 2 });
  if (row.kind === "group") return recordsOf(row.table, shared);
  const value = textOf(row.format, shared);
  return row.cardinality === "optional" ? fc.oneof({ weight: 5, arbitrary: value }, fc.constant("")) : value;
}

/** Records that fit a table; `shared` keeps to characters that Shift_JIS has as well. */
export function recordsOf(table: ElementTable<unknown>, shared: boolean): fc.Arbitrary<Record<string, unknown>> {
  const rows = [...table.rows];
  const requiredKeys = rows
    .filter(([, row]) => row.kind === "repeated" || row.cardinality === "required")
    .map(([name]) => name);
  return fc.record(Object.fromEntries(rows.map(([name, row]) => [name, contentOf(row, shared)])), {
    requiredKeys,
    noNullPrototype: true,
  });
}
