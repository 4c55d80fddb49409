import type { ElementTable, Row } from "../../../simulator/messages/element-table.ts";

/** Every row of a table and of the tables inside it, with the path of its element. */
export function* rowsOf(table: ElementTable<unknown>, path = ""): Generator<readonly [path: string, row: Row]> {
  for (const [name, row] of table.rows) {
    const here = path === "" ? name : `${path}/${name}`;
    yield [here, row];
    if (row.kind !== "scalar") yield* rowsOf(row.table, here);
  }
}
