import Builder from "fast-xml-builder";
import type { Rng } from "../kernel/rng.ts";
import { type ElementTable, ROOT, type Row } from "./element-table.ts";
import { type MessageEncoding, writeText } from "./text.ts";

/** How a message is written. */
export interface WriteOptions {
  readonly encoding: MessageEncoding;
  /** As in the layout paper, or mixed up by chance as real results are (fact 5). */
  readonly order: "paper" | Rng;
  /** What becomes of an optional text element that is absent (fact 6); `omit` unless told. Withholdable ones stay away. */
  readonly emptyOptionals?: "omit" | "empty";
}

const builder = new Builder({
  format: true,
  indentBy: "  ",
  ignoreAttributes: true,
  suppressEmptyNode: true,
});

/**
 * A record of a table's shape as bytes: the declaration real files carry (receipt-system-interface.md §1.5), LF, two
 * blanks a level, no byte-order mark.
 */
export function writeXml(table: ElementTable<unknown>, record: object, options: WriteOptions): Uint8Array {
  const declaration = `<?xml version="1.0" encoding="${options.encoding}" standalone="no"?>\n`;
  return writeText(declaration + builder.build({ [ROOT]: arrange(table, record, options) }), options.encoding);
}

/** A copy whose keys stand in the order in which they are written. */
function arrange(table: ElementTable<unknown>, record: object, options: WriteOptions): object {
  const values = record as Readonly<Record<string, unknown>>;
  const arranged: [name: string, value: unknown][] = [];
  for (const [name, row] of table.rows) {
    const value = values[name];
    if (value !== undefined) arranged.push([name, content(row, value, options)]);
    else if (options.emptyOptionals === "empty" && isOptionalText(row)) arranged.push([name, ""]);
  }
  return Object.fromEntries(options.order === "paper" ? arranged : shuffled(arranged, options.order));
}

function content(row: Row, value: unknown, options: WriteOptions): unknown {
  if (row.kind === "scalar") return value;
  if (row.kind === "group") return arrange(row.table, value as object, options);
  return (value as readonly object[]).map((item) => arrange(row.table, item, options));
}

function isOptionalText(row: Row): boolean {
  return row.kind === "scalar" && row.cardinality === "optional";
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(rng.below(left.length), 1));
}
