import { ensure } from "../kernel/errors.ts";
import { checkOf, type Format, type FormatCheck } from "./format.ts";

/** The root of every message; it has no namespace and no attributes (fact 4). */
export const ROOT = "XmlMsg";

/**
 * Whether an element must be there. `withholdable`: an answer may hold it back, and then it is absent, never empty and
 * never masked (requirements.md X-09). An `optional` element may be absent or empty, which are two different values.
 */
export type Cardinality = "required" | "optional" | "withholdable";

/** Values that prove a row. */
export interface RowVectors {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

/** An element that holds text. */
export interface Scalar<C extends Cardinality = Cardinality> {
  readonly kind: "scalar";
  readonly ja: string;
  readonly format: Format;
  readonly cardinality: C;
  readonly vectors: RowVectors;
}

/** An element that holds elements. */
export interface Group<R = object, C extends "required" | "optional" = "required" | "optional"> {
  readonly kind: "group";
  readonly ja: string;
  readonly cardinality: C;
  readonly table: ElementTable<R>;
}

/** An element that holds elements and may stand there any number of times up to `max`. */
export interface Repeated<R = object> {
  readonly kind: "repeated";
  readonly ja: string;
  readonly max: number;
  readonly table: ElementTable<R>;
}

/** One row of a table. */
export type Row = Scalar | Group | Repeated;
type Rows = Readonly<Record<string, Row>>;

type MayBeAbsent = { readonly cardinality: "optional" | "withholdable" };
type ValueOf<E> = E extends Repeated<infer R> ? readonly R[] : E extends Group<infer R> ? R : string;
type Flat<T> = { readonly [N in keyof T]: T[N] };

/** The record a table describes: the element names are the property names. Repeated elements are arrays, empty when there are none. */
export type RecordOf<T extends Rows> = Flat<
  { readonly [N in keyof T as T[N] extends MayBeAbsent ? never : N]: ValueOf<T[N]> } & {
    readonly [N in keyof T as T[N] extends MayBeAbsent ? N : never]?: ValueOf<T[N]>;
  }
>;

/** A row with what reading and writing need of it again and again, made once. */
export interface ListedRow {
  readonly name: string;
  /** Position in the paper's order. */
  readonly position: number;
  readonly row: Row;
  /** `<Name>` and `</Name>`. */
  readonly open: string;
  readonly close: string;
  /** Compares a value with the format of a text element; accepts everything where there is none. */
  readonly check: FormatCheck;
  /** True where a value that keeps its format may hold characters that XML must escape. */
  readonly escapes: boolean;
  /** End tag and line end; and indented start tags by level, made when they are first written. */
  readonly tail: string;
  readonly leads: (string | undefined)[];
}

/** The elements of one parent in the order of the layout paper (receipt-system-interface.md §2.1). */
export interface ElementTable<R = object> {
  readonly rows: ReadonlyMap<string, Row>;
  /** The same rows, in the paper's order. */
  readonly list: readonly ListedRow[];
  /** Position of each row in the paper's order. */
  readonly position: ReadonlyMap<string, number>;
  /** Names of the rows that repeat. */
  readonly repeated: readonly string[];
  /** Carries the record's type; there is never a value. */
  readonly record?: R;
}

/** The record a table describes. */
export type RecordIn<T> = T extends ElementTable<infer R> ? R : never;

/** A table from rows whose keys are the XML names; the order of the keys is that of the paper. */
export function elements<const T extends Rows>(rows: T): ElementTable<RecordOf<T>> {
  const names = Object.keys(rows);
  for (const name of names) ensure(/^[A-Za-z]\w*$/.test(name), `${name} is no element name`); // digits first would reorder the keys
  return {
    rows: new Map(Object.entries(rows)),
    list: Object.entries(rows).map(([name, row], position) => listed(name, row, position)),
    position: new Map(names.map((name, index) => [name, index])),
    repeated: names.filter((name) => rows[name]?.kind === "repeated"),
  };
}

function listed(name: string, row: Row, position: number): ListedRow {
  const check = row.kind === "scalar" ? checkOf(row.format) : () => undefined;
  const escapes = row.kind === "scalar" && row.format.kind === "text";
  const tags = { open: `<${name}>`, close: `</${name}>`, tail: `</${name}>\n`, leads: [] };
  return { name, position, row, check, escapes, ...tags };
}

type Values = readonly string[];

/** A text element that must be there and must not be empty. */
export const required = (ja: string, format: Format, accepted: Values, refused: Values): Scalar<"required"> => ({
  kind: "scalar",
  ja,
  format,
  cardinality: "required",
  vectors: { accepted, refused },
});

/** A text element that may be absent or empty. */
export const optional = (ja: string, format: Format, accepted: Values, refused: Values): Scalar<"optional"> => ({
  kind: "scalar",
  ja,
  format,
  cardinality: "optional",
  vectors: { accepted, refused },
});

/** A text element that an answer may hold back. */
export const withholdable = (
  ja: string,
  format: Format,
  accepted: Values,
  refused: Values,
): Scalar<"withholdable"> => ({
  kind: "scalar",
  ja,
  format,
  cardinality: "withholdable",
  vectors: { accepted, refused },
});

/** A group that must be there. */
export const group = <R>(ja: string, table: ElementTable<R>): Group<R, "required"> => ({
  kind: "group",
  ja,
  cardinality: "required",
  table,
});

/** A group that may be absent. */
export const optionalGroup = <R>(ja: string, table: ElementTable<R>): Group<R, "optional"> => ({
  kind: "group",
  ja,
  cardinality: "optional",
  table,
});

/** A group that repeats. `max` is ours wherever the paper is not public. */
export const repeated = <R>(ja: string, max: number, table: ElementTable<R>): Repeated<R> => ({
  kind: "repeated",
  ja,
  max,
  table,
});
