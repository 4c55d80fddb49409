import type { ElementTable } from "../../simulator/messages/element-table.ts";
import { messageKinds } from "../../simulator/messages/index.ts";

/** Our own texts are up to 60 characters long (receipt-system-interface.md §2.3 row 8, §8.1); so may an address of a visit be. */
const OWN_TEXTS: ReadonlySet<string> = new Set([
  "ErrorMessage",
  "ProcessingResultMessage",
  "MessageContents",
  "AccessUrl",
]);
const OWN_TEXT = 60;
/** No text of the computed people, their insurances and their care is longer. */
const COMPUTED_TEXT = 20;

/**
 * Elements that hold text, by name, with the least length a profile may give them (§8.16): what people and our own texts need
 * must fit, or no file could be written. Names that hold text in a batch alone, where rows may be wrong, are none of these.
 */
export const leastLengths: ReadonlyMap<string, number> = leastOf(messageKinds);

function leastOf(kinds: typeof messageKinds): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const { request, answer } of kinds) for (const table of [request, answer]) gather(table, least);
  return new Map([...least].filter(([, length]) => length > 0));
}

function gather(table: ElementTable<unknown>, least: Map<string, number>): void {
  for (const [name, row] of table.rows) {
    if (row.kind !== "scalar") gather(row.table, least);
    else {
      const ours = row.format.kind === "text" ? row.format.maxLength : 0;
      const needed = OWN_TEXTS.has(name) ? OWN_TEXT : COMPUTED_TEXT;
      least.set(name, Math.min(least.get(name) ?? needed, ours));
    }
  }
}
