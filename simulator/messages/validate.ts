import type { Bilingual } from "../kernel/bilingual.ts";
import { type ElementTable, type Repeated, ROOT, type Scalar } from "./element-table.ts";
import { describeFormat, formatFault } from "./format.ts";
import type { ResultCode } from "./result-codes.ts";

/** One thing wrong with a record. Texts never quote the value, which may be private. */
export interface Problem {
  /** Element names from the root, `MessageBody/ResultList/ResultOfQualificationConfirmation[2]/Name`. */
  readonly path: string;
  readonly problem: Bilingual;
  /** Ours (receipt-system-interface.md §8.1). */
  readonly code: ResultCode;
}

/** More problems than this help nobody. */
const MAX_PROBLEMS = 50;

/** What XML 1.0 can carry, without control characters: tab and line ends are no part of any value either. */
const CARRIABLE = /^[\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Compares a record from outside with its table; an empty list means that it fits. At most 50 problems are listed. */
export function validate(table: ElementTable<unknown>, record: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  for (const found of problemsOfGroup(table, record, "")) if (problems.push(found) === MAX_PROBLEMS) break;
  return problems;
}

function* problemsOfGroup(table: ElementTable<unknown>, record: unknown, path: string): Generator<Problem> {
  if (!isRecord(record)) {
    yield problem(path, "SIM-E-001", MUST_BE_GROUP);
    return;
  }
  for (const [name, row] of table.rows) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (row.kind === "scalar") {
      const found = problemOfScalar(row, value, path, name);
      if (found !== undefined) yield found;
    } else if (row.kind === "repeated") {
      yield* problemsOfRepeated(row, value, join(path, name));
    } else if (value !== undefined) {
      yield* problemsOfGroup(row.table, value, join(path, name));
    } else if (row.cardinality === "required") {
      yield problem(join(path, name), "SIM-E-002", isMissing(row.ja));
    }
  }
  for (const name of Object.keys(record)) {
    if (!table.rows.has(name)) yield problem(join(path, name.slice(0, 64)), "SIM-E-001", NOT_IN_LAYOUT);
  }
}

function* problemsOfRepeated(row: Repeated, value: unknown, path: string): Generator<Problem> {
  if (!Array.isArray(value)) {
    yield problem(path, "SIM-E-001", MUST_BE_LIST);
  } else if (value.length > row.max) {
    yield problem(path, "SIM-E-006", isTooMany(row));
  } else {
    for (const [index, item] of value.entries()) yield* problemsOfGroup(row.table, item, `${path}[${index + 1}]`);
  }
}

function problemOfScalar(row: Scalar, value: unknown, parent: string, name: string): Problem | undefined {
  if (value === undefined || value === "") return problemOfNothing(row, value, join(parent, name));
  if (typeof value !== "string") return problem(join(parent, name), "SIM-E-001", MUST_BE_TEXT);
  if (!CARRIABLE.test(value)) return problem(join(parent, name), "SIM-E-001", NOT_CARRIABLE);
  const fault = formatFault(row.format, value);
  if (fault === undefined) return undefined;
  return problem(join(parent, name), fault === "length" ? "SIM-E-003" : "SIM-E-004", mustBe(row));
}

function problemOfNothing({ ja, cardinality }: Scalar, value: "" | undefined, path: string): Problem | undefined {
  if (cardinality === "required") return problem(path, "SIM-E-002", isMissing(ja));
  return cardinality === "withholdable" && value === "" ? problem(path, "SIM-E-003", isEmptied(ja)) : undefined;
}

function problem(path: string, code: ResultCode, said: Bilingual): Problem {
  const where = path === "" ? ROOT : path;
  return { path: where, code, problem: { ja: `${where}：${said.ja}`, en: `${where}: ${said.en}` } };
}

const MUST_BE_GROUP = { ja: "下位の項目を持つ要素にしてください。", en: "must hold elements" };
const MUST_BE_LIST = { ja: "繰り返し項目の配列にしてください。", en: "must be an array of repeated elements" };
const MUST_BE_TEXT = { ja: "文字列にしてください。", en: "must be text" };
const NOT_IN_LAYOUT = { ja: "レイアウトにない項目です。削除してください。", en: "is not in the layout; leave it out" };
const NOT_CARRIABLE = {
  ja: "制御文字などXMLで扱えない文字があります。取り除いてください。",
  en: "holds control characters or others that XML cannot carry; remove them",
};

const isMissing = (ja: string): Bilingual => ({
  ja: `必須項目「${ja}」がありません。値を入れてください。`,
  en: "is required; give it a value",
});

const isEmptied = (ja: string): Bilingual => ({
  ja: `「${ja}」を提供しない場合は、空にせず要素ごと省いてください。`,
  en: "leave the element out to withhold it, do not send it empty",
});

const isTooMany = ({ ja, max }: Repeated): Bilingual => ({
  ja: `「${ja}」は${max}件以内にしてください。`,
  en: `may repeat at most ${max} times`,
});

function mustBe({ ja, format }: Scalar): Bilingual {
  const expected = describeFormat(format);
  return { ja: `「${ja}」は${expected.ja}にしてください。`, en: `must be ${expected.en}` };
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}/${name}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
