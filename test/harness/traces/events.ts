import { readFileSync } from "node:fs";
import { readTraceFile } from "../../../harness/trace-reading.ts";
import type { CardEvent } from "../../../harness/traces/card-events.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";

/** A recorded trace of the golden set. */
export const recorded = (scenario: "C02" | "C07"): Trace =>
  readTraceFile(readFileSync(new URL(`../../golden/traces/${scenario}.ndjson`, import.meta.url), "utf8"));

/** An exchange at reader R1 in the JPKI application, written as `command → response`. */
export function exchange(text: string, more: Partial<CardEvent> = {}): CardEvent {
  const [command = "", response = ""] = text.split(" → ");
  return {
    atMs: 1_770_679_805_000,
    pco: "card.apdu",
    message: { reader: "R1", application: "jpki", command, response },
    ...more,
  } as CardEvent;
}
