import type { Bilingual } from "../kernel/bilingual.ts";
import { withoutLongNumbers } from "../kernel/long-numbers.ts";
import { type ElementTable, type ListedRow, type Repeated, ROOT, type Scalar } from "./element-table.ts";
import { describeFormat } from "./format.ts";
import type { ResultCode } from "./result-codes.ts";

/** One thing wrong with a record. Texts never quote the value, which may be private. */
export interface Problem {
  /** Element names from the root, `MessageBody/ResultList/ResultOfQualificationConfirmation[2]/Name`. */
  readonly path: string;
  /** What is wrong there. */
  readonly said: Bilingual;
  /** Ours (receipt-system-interface.md §8.1). */
  readonly code: ResultCode;
}

/** More problems than this help nobody. */
const MAX_PROBLEMS = 50;

/** What XML 1.0 can carry, without control characters: tab and line ends are no part of any value either. */
export const CARRIABLE = /^[\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
/** What makes {@link CARRIABLE} worth asking: it is far slower, for it looks at whole characters. */
const DOUBTFUL = /[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/;

/** Compares a record from outside with its table; an empty list means that it fits. At most `most` problems are listed. */
export function validate(
  table: ElementTable<unknown>,
  record: unknown,
  most: number = MAX_PROBLEMS,
): readonly Problem[] {
  const comparison = new Comparison(most);
  comparison.group(table, record);
  return comparison.problems;
}

/** One walk through a record. Paths are put together only where there is a problem: most messages have none. */
class Comparison {
  readonly problems: Problem[] = [];
  readonly #most: number;
  readonly #path: string[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  group(table: ElementTable<unknown>, record: unknown): void {
    if (!isRecord(record)) return this.#tell(undefined, "SIM-E-001", MUST_BE_GROUP);
    let known = 0;
    for (const listed of table.list) {
      const value = record[listed.name]; // no element is named like a property that every object has
      if (value !== undefined) known++;
      const { row } = listed;
      if (row.kind === "scalar") this.#scalar(listed, row, value);
      else if (row.kind === "repeated") this.#repeated(listed.name, row, value);
      else if (value !== undefined) this.#inside(listed.name, row.table, value);
      else if (row.cardinality === "required") this.#tell(listed.name, "SIM-E-002", isMissing(row.ja));
      if (this.problems.length >= this.#most) return;
    }
    if (Object.keys(record).length > known) this.#unknown(table, record);
  }

  #unknown(table: ElementTable<unknown>, record: Readonly<Record<string, unknown>>): void {
    for (const name of Object.keys(record)) {
      if (!table.rows.has(name)) this.#tell(withoutLongNumbers(name).slice(0, 64), "SIM-E-001", NOT_IN_LAYOUT);
    }
  }

  #inside(name: string, table: ElementTable<unknown>, value: unknown): void {
    this.#path.push(name);
    this.group(table, value);
    this.#path.pop();
  }

  #repeated(name: string, row: Repeated, value: unknown): void {
    if (!Array.isArray(value)) return this.#tell(name, "SIM-E-001", MUST_BE_LIST);
    if (value.length > row.max) return this.#tell(name, "SIM-E-006", tooManyItems(row));
    for (let index = 0; index < value.length && this.problems.length < this.#most; index++)
      this.#inside(`${name}[${index + 1}]`, row.table, value[index]);
  }

  #scalar({ name, check }: ListedRow, row: Scalar, value: unknown): void {
    if (value === undefined || value === "") return this.#nothing(name, row, value);
    if (typeof value !== "string") return this.#tell(name, "SIM-E-001", MUST_BE_TEXT);
    const fault = check(value);
    // A value that keeps a format of digits has nothing else in it.
    if (fault === undefined && row.format.kind !== "text") return;
    if (DOUBTFUL.test(value) && !CARRIABLE.test(value)) return this.#tell(name, "SIM-E-001", NOT_CARRIABLE);
    if (fault !== undefined) this.#tell(name, fault === "length" ? "SIM-E-003" : "SIM-E-004", mustBe(row));
  }

  #nothing(name: string, { ja, cardinality }: Scalar, value: "" | undefined): void {
    if (cardinality === "required") this.#tell(name, "SIM-E-002", isMissing(ja));
    else if (cardinality === "withholdable" && value === "") this.#tell(name, "SIM-E-003", isEmptied(ja));
  }

  #tell(name: string | undefined, code: ResultCode, said: Bilingual): void {
    if (this.problems.length >= this.#most) return;
    const path = [...this.#path, ...(name === undefined ? [] : [name])].join("/");
    this.problems.push({ path: path === "" ? ROOT : path, code, said });
  }
}

/** A problem with its place, for people. */
export const problemText = ({ path, said }: Problem): Bilingual => ({
  ja: `${path}：${said.ja}`,
  en: `${path}: ${said.en}`,
});

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

/** Said of a list that is longer than its layout allows. */
export const tooManyItems = ({ ja, max }: Repeated): Bilingual => ({
  ja: `「${ja}」は${max}件以内にしてください。`,
  en: `may repeat at most ${max} times`,
});

function mustBe({ ja, format }: Scalar): Bilingual {
  const expected = describeFormat(format);
  return { ja: `「${ja}」は${expected.ja}にしてください。`, en: `must be ${expected.en}` };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
