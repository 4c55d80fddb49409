import { ReaderFront } from "../../../devices/emulated-reader/front.ts";
import { PatientOnWire } from "../../../devices/front-host/patient-on-wire.ts";
import type { FrontFrame } from "../../../devices/front-port/frame.ts";
import { FrontParser } from "../../../devices/front-port/parser.ts";
import type { PatientAtReader } from "../../../devices/readers/patient.ts";
import type { Touch } from "../../../devices/readers/screens.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, ready, type Settled, sleep, start } from "../../../simulator/kernel/process.ts";

/** How long the patient of these tests thinks, ms. */
export const THINKS_MS = 1_500;

/** A patient who always does the same, a while later. */
export const patientWho = (
  clock: VirtualClock,
  does: Partial<PatientAtReader> & { touches?: Touch },
): PatientAtReader => ({
  *touch() {
    yield* sleep(clock, THINKS_MS);
    return does.touches;
  },
  face: () => ready(undefined),
  ...does,
});

/** The session's side of a front port, with the line to it. */
export function onWire() {
  const clock = new VirtualClock(0);
  const [near, far] = loopback(clock, "front");
  const problems: string[] = [];
  const patient = new PatientOnWire({ clock, transport: near, onProblem: ({ code }) => problems.push(code) });
  /** What crossed towards the reader. */
  const asked: FrontFrame[] = [];
  const parser = new FrontParser((event) => {
    if (event.kind === "frame") asked.push(event.frame);
  });
  far.onBytes((bytes) => parser.push(bytes));
  /** Runs a process to its end: what came of it, and when. */
  const run = <T>(process: Process<T>): { readonly value: T; readonly atMs: number } => {
    let outcome: (Settled<T> & { atMs: number }) | undefined;
    start(process, (settled) => {
      outcome = { ...settled, atMs: clock.nowMs };
    });
    clock.runUntilIdle();
    if (outcome === undefined || "error" in outcome) throw outcome?.error ?? new Error("it never ended");
    return outcome;
  };
  return { clock, near, far, patient, problems, asked, run };
}

/** The same with an emulated reader's front at the other end, and somebody before it. */
export function withSomebody(does: (clock: VirtualClock) => PatientAtReader) {
  const wire = onWire();
  const front = new ReaderFront({
    transport: wire.far,
    onProblem: ({ code }) => wire.problems.push(code),
    onDefect: (error) => {
      throw error;
    },
  });
  front.patient = does(wire.clock);
  return { ...wire, front };
}
