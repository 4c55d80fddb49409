import type { DocumentItems } from "./kind.ts";
import type { GridCell } from "./layout/grid.ts";

/** Makes the cell of an item. */
export type CellOf<K extends string> = (key: K, share?: number, bold?: true) => GridCell;

/** Makes cells of a document's items: label and value by key, with a share of the row's width. */
export function cellsOf<K extends string>(labels: DocumentItems<K>, items: DocumentItems<K>): CellOf<K> {
  return (key, share = 1, bold) => ({
    field: key,
    label: labels[key],
    value: items[key],
    share,
    ...(bold === true ? { bold } : {}),
  });
}
