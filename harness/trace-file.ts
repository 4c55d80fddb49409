import { type Trace, traceLine } from "../simulator/kernel/trace.ts";

/** A trace as a file: NDJSON, header first, footer last (architecture.md §7.7). */
export function writeTraceFile({ header, crossings, footer }: Trace): string {
  return [header, ...crossings, footer].map((line) => `${traceLine(line)}\n`).join("");
}
