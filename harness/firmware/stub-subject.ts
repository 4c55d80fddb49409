import type { ReaderIdentity } from "../../devices/ccid-reader/identity.ts";
import { type FirmwareDecisions, goodDecisions } from "../../firmware-stubs/decisions.ts";
import { referenceIdentity, runFirmware } from "../../firmware-stubs/reference.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { icsOf } from "./reference-ics.ts";
import type { FirmwareSubject, SubjectLine } from "./subject.ts";
import { runVirtually } from "./virtual-run.ts";

/** Firmware of ours in this process, on virtual time: a second of waiting takes no time at all. */
export function stubSubject(
  id: string,
  title: Bilingual,
  decisions: FirmwareDecisions = goodDecisions,
  identity: ReaderIdentity = referenceIdentity,
): FirmwareSubject {
  const clock = new VirtualClock(0);
  let problem: string | undefined;
  const hostListeners: ((bytes: Uint8Array) => void)[] = [];
  const benchListeners: ((bytes: Uint8Array) => void)[] = [];
  // Bytes take a turn of the clock, as they would on a line: nobody is answered in the middle of a sentence.
  const deliver = (listeners: readonly ((bytes: Uint8Array) => void)[]) => (bytes: Uint8Array) => {
    clock.after(0, () => {
      for (const listener of listeners) listener(bytes);
    });
  };
  const firmware = runFirmware(
    {
      clock,
      toHost: deliver(hostListeners),
      toBench: deliver(benchListeners),
      onDefect: (error) => {
        problem ??= String(error);
      },
    },
    decisions,
    identity,
  );
  const line = (listeners: ((bytes: Uint8Array) => void)[], to: (bytes: Uint8Array) => void): SubjectLine => ({
    send: (bytes) => {
      clock.after(0, () => to(bytes));
    },
    onBytes: (listener) => {
      listeners.push(listener);
    },
  });
  return {
    id,
    title,
    ics: icsOf(identity),
    mode: "simulate",
    clock,
    host: line(hostListeners, (bytes) => firmware.fromHost(bytes)),
    bench: line(benchListeners, (bytes) => firmware.fromBench(bytes)),
    run: async (process) => runVirtually(clock, process),
    close: async () => firmware.stop(),
    problem: () => problem,
  };
}
