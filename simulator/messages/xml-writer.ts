import type { Rng } from "../kernel/rng.ts";
import { type ElementTable, type ListedRow, ROOT } from "./element-table.ts";
import { hashOrder } from "./hash-order.ts";
import { type MessageEncoding, writeText } from "./text.ts";

/** How a message is written. */
export interface WriteOptions {
  readonly encoding: MessageEncoding;
  /** As in the layout paper, mixed up by chance as real results are, or always mixed up the same way (fact 5). */
  readonly order: "paper" | "hash" | Rng;
  /** What becomes of an optional text element that is absent (fact 6); `omit` unless told. Withholdable ones stay away. */
  readonly emptyOptionals?: "omit" | "empty";
  /** Text elements the layout does not have, put first into `MessageBody` (receipt-system-interface.md §8.10). */
  readonly extras?: Readonly<Record<string, string>>;
}

/** `MessageBody` and `MessageHeader` lie at this level; the root at 0. */
const TOP_LEVEL = 1;
const BODY = "MessageBody";

/**
 * A record that fits its table as bytes: the declaration real files carry (receipt-system-interface.md §1.5), LF, two
 * blanks a level, no byte-order mark. Our own writer: bytes must be the same on every machine and in every version, and
 * order, empty elements and declaration are switches (libraries.md, "XML build").
 */
export function writeXml(table: ElementTable<unknown>, record: object, options: WriteOptions): Uint8Array {
  const declaration = `<?xml version="1.0" encoding="${options.encoding}" standalone="no"?>\n`;
  const content = children(table, record, TOP_LEVEL, options);
  return writeText(`${declaration}${element(ROOT, content, "")}`, options.encoding);
}

function element(name: string, content: string, indent: string): string {
  return content === "" ? `${indent}<${name}/>\n` : `${indent}<${name}>\n${content}${indent}</${name}>\n`;
}

function children(table: ElementTable<unknown>, record: object, level: number, options: WriteOptions): string {
  const values = record as Readonly<Record<string, unknown>>;
  const indent = INDENTS[level] ?? "  ".repeat(level);
  const { order } = options;
  if (typeof order !== "string") return shuffled(written(table, values, level, options), order).join("");
  let text = "";
  for (const listed of order === "paper" ? table.list : hashOrder(table)) {
    const value = values[listed.name];
    if (value !== undefined) text += row(listed, value, level, indent, options);
    else if (options.emptyOptionals === "empty" && isOptionalText(listed)) text += `${indent}<${listed.name}/>\n`;
  }
  return text;
}

/** The children that are there, each as text, in the paper's order: chance is drawn for the inner ones first. */
function written(
  table: ElementTable<unknown>,
  values: Readonly<Record<string, unknown>>,
  level: number,
  options: WriteOptions,
): string[] {
  const indent = INDENTS[level] ?? "  ".repeat(level);
  return table.list.flatMap((listed) => {
    const value = values[listed.name];
    if (value !== undefined) return [row(listed, value, level, indent, options)];
    return options.emptyOptionals === "empty" && isOptionalText(listed) ? [`${indent}<${listed.name}/>\n`] : [];
  });
}

function row(listed: ListedRow, value: unknown, level: number, indent: string, options: WriteOptions): string {
  if (listed.row.kind === "scalar") {
    if (value === "") return `${indent}<${listed.name}/>\n`;
    return leadOf(listed, level) + (listed.escapes ? escaped(value as string) : (value as string)) + listed.tail;
  }
  const { name, row } = listed;
  if (row.kind === "group") return element(name, content(name, row.table, value as object, level, options), indent);
  let text = "";
  for (const item of value as readonly object[])
    text += element(name, children(row.table, item, level + 1, options), indent);
  return text;
}

function content(
  name: string,
  table: ElementTable<unknown>,
  record: object,
  level: number,
  options: WriteOptions,
): string {
  const own = children(table, record, level + 1, options);
  if (options.extras === undefined || level !== TOP_LEVEL || name !== BODY) return own;
  const indent = "  ".repeat(level + 1);
  const extras = Object.entries(options.extras);
  return extras.map(([extra, value]) => `${indent}<${extra}>${escaped(value)}</${extra}>\n`).join("") + own;
}

const isOptionalText = ({ row }: ListedRow): boolean => row.kind === "scalar" && row.cardinality === "optional";

/** Deeper than any layout. */
const INDENTS: readonly string[] = Array.from({ length: 16 }, (_, level) => "  ".repeat(level));

/** What stands before a value, made once a row and level: the pieces of a text are what building it costs. */
function leadOf({ leads, open }: ListedRow, level: number): string {
  const made = leads[level];
  if (made !== undefined) return made;
  const lead = "  ".repeat(level) + open;
  leads[level] = lead;
  return lead;
}

const MARKUP = /[&<>"']/;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escaped(text: string): string {
  return MARKUP.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character) : text;
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(rng.below(left.length), 1));
}
