import fc from "fast-check";
import Builder from "fast-xml-builder";
import { expect, it } from "vitest";
import { type ElementTable, ROOT } from "../../../simulator/messages/element-table.ts";
import { writeXml } from "../../../simulator/messages/xml-writer.ts";
import { messageTables } from "./message-tables.ts";
import { recordsOf } from "./records.ts";

const builder = new Builder({ format: true, indentBy: "  ", ignoreAttributes: true, suppressEmptyNode: true });

/** A copy whose keys stand in the paper's order: the library writes them as they come. */
function inPaperOrder(table: ElementTable<unknown>, record: Readonly<Record<string, unknown>>): object {
  const ordered: Record<string, unknown> = {};
  for (const { name, row } of table.list) {
    const value = record[name];
    if (value === undefined) continue;
    const inner = (item: unknown): unknown =>
      row.kind === "scalar" ? item : inPaperOrder(row.table, item as Readonly<Record<string, unknown>>);
    ordered[name] = Array.isArray(value) ? value.map(inner) : inner(value);
  }
  return ordered;
}

it.each(messageTables)("our writer gives the bytes of fast-xml-builder for $name", ({ table }) => {
  fc.assert(
    fc.property(recordsOf(table, false), (record) => {
      const ours = Buffer.from(writeXml(table, record, { encoding: "UTF-8", order: "paper" })).toString("utf8");
      const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';
      expect(ours).toBe(declaration + builder.build({ [ROOT]: inPaperOrder(table, record) }));
    }),
    { numRuns: 10 },
  );
});
