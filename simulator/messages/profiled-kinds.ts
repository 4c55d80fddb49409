import { type ElementTable, elements, type Row } from "./element-table.ts";
import { messageKind } from "./index.ts";
import type { AnyMessageKind } from "./message-kind.ts";
import type { TerminalProfile } from "./profile.ts";

/** Finds a kind by what a file name begins with. */
export type KindLookup = (code: string) => AnyMessageKind | undefined;
type Names = Pick<TerminalProfile, "name" | "len">;

const relaid = new WeakMap<Names["len"], Map<ElementTable<unknown>, ElementTable<unknown>>>();

/** The kinds under the beginnings of file names (§8.3) and with the lengths (§8.16) that a profile puts in place of ours. */
export function kindsOf({ name, len }: Names): KindLookup {
  const ours = new Map(Object.entries(name.prefix).map(([own, official]) => [official, own]));
  return (code) => {
    const kind = messageKind(ours.get(code) ?? code);
    if (kind === undefined || Object.keys(len).length === 0) return kind;
    return { ...kind, request: tableWith(kind.request, len), answer: tableWith(kind.answer, len) };
  };
}

/** A table with the lengths that a profile puts in place of ours (§8.16), made once. */
export function tableWith<R>(table: ElementTable<R>, len: Names["len"]): ElementTable<R> {
  if (Object.keys(len).length === 0) return table;
  const known = relaid.get(len) ?? new Map<ElementTable<unknown>, ElementTable<unknown>>();
  relaid.set(len, known);
  const made = known.get(table) ?? withLengths(table, len);
  known.set(table, made);
  return made as ElementTable<R>;
}

/** A table whose text elements have other greatest lengths, by name; the record's type stays what it was. */
function withLengths<R>(table: ElementTable<R>, len: Names["len"]): ElementTable<R> {
  const rows = Object.fromEntries([...table.rows].map(([name, row]) => [name, withLength(name, row, len)]));
  return elements(rows) as ElementTable<unknown> as ElementTable<R>;
}

function withLength(name: string, row: Row, len: Names["len"]): Row {
  if (row.kind !== "scalar") return { ...row, table: withLengths(row.table, len) };
  const maxLength = Object.hasOwn(len, name) ? len[name] : undefined;
  if (maxLength === undefined || row.format.kind !== "text") return row;
  return { ...row, format: { ...row.format, maxLength } };
}
