import type { ElementTable, ListedRow } from "./element-table.ts";

const orders = new WeakMap<ElementTable<unknown>, readonly ListedRow[]>();

/**
 * The rows of a table in the order of a hash of their names: always the same and never the paper's, as a program writes
 * them that keeps its elements in a hash map (receipt-system-interface.md §2.3, fact 5; the hash is ours).
 */
export function hashOrder(table: ElementTable<unknown>): readonly ListedRow[] {
  const known = orders.get(table);
  if (known !== undefined) return known;
  const order = table.list.toSorted((a, b) => hash(a.name) - hash(b.name) || a.position - b.position);
  orders.set(table, order);
  return order;
}

/** FNV-1a, 32 bits. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) value = Math.imul(value ^ name.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}
