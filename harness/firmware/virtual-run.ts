import type { VirtualClock } from "../../simulator/kernel/clock.ts";
import { Defect } from "../../simulator/kernel/errors.ts";
import { type Process, type Settled, start } from "../../simulator/kernel/process.ts";

/** A check that makes more events than this turns in a circle. */
const MAX_EVENTS = 2_000_000;

/** Runs a process on virtual time until it ends: a second of waiting takes no time at all. Throws what the process throws. */
export function runVirtually<T>(clock: VirtualClock, process: Process<T>): T {
  let settled: Settled<T> | undefined;
  start(process, (outcome) => {
    settled = outcome;
  });
  for (let events = 0; settled === undefined; events++) {
    if (events > MAX_EVENTS || !clock.runNext()) throw new Defect("a check neither ended nor waited for anything");
  }
  if ("error" in settled) throw settled.error;
  return settled.value;
}
