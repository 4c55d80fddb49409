import { describe, expect, it } from "vitest";
import type { DecisionTable } from "../../../simulator/rules/decision-table.ts";
import { ruleTables } from "../../../simulator/rules/index.ts";
import { referenceRows } from "./reference-rows.ts";

const tables = ruleTables as readonly unknown[] as readonly DecisionTable<string, unknown, unknown>[];
const rows = tables.flatMap((table) => table.rows.map((row) => ({ table, row })));

describe("decision tables", () => {
  it.each(
    rows.flatMap(({ table, row }) =>
      row.vectors.map((vector) => [`${table.id} ${row.id}`, vector.title, table, row.id, vector] as const),
    ),
  )("%s: %s", (_name, _title, table, id, vector) => {
    expect(table.decide(vector.given)).toEqual({ row: id, result: vector.gives });
  });

  it("have a vector in every row", () => {
    expect(rows.filter(({ row }) => row.vectors.length === 0).map(({ row }) => row.id)).toEqual([]);
  });

  it("have ids that stand once", () => {
    const ids = rows.map(({ row }) => row.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("cover every row of the reference", () => {
    const ids = new Set(rows.map(({ row }) => row.id));
    expect(referenceRows.filter((id) => !ids.has(id))).toEqual([]);
  });
});
