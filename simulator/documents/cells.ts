import type { DocumentItems } from "./kind.ts";
import type { GridCell } from "./layout/grid.ts";

/** Makes cells of a document's items: label and value by key, with a share of the row's width. */
export function cellsOf<K extends string>(
  labels: DocumentItems<K>,
  items: DocumentItems<K>,
): (key: K, share?: number, bold?: true) => GridCell {
  return (key, share = 1, bold) => ({
    field: key,
    label: labels[key],
    value: items[key],
    share,
    ...(bold === true ? { bold } : {}),
  });
}
