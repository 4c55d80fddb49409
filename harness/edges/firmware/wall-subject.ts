import { LiveClock } from "../../../devices/transports/live-clock.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import type { TransportProblem } from "../../../devices/transports/transport-problem.ts";
import { wallClock } from "../../../devices/transports/wall-clock.ts";
import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import type { Ics } from "../../firmware/ics.ts";
import type { FirmwareSubject, SubjectLine } from "../../firmware/subject.ts";

/** What a subject outside this process is made of. */
export interface WallSubjectParts {
  readonly id: string;
  readonly title: Bilingual;
  readonly ics: Ics;
  readonly host: Transport;
  readonly bench?: Transport;
}

/** Runs a process on the wall's time. */
export function runOnWall<T>(process: Process<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    start(process, (outcome) => ("error" in outcome ? reject(outcome.error) : resolve(outcome.value)));
  });
}

/** Firmware outside this process, on lines that are open: time is the wall's. */
export function wallSubject({ id, title, ics, host, bench }: WallSubjectParts): FirmwareSubject {
  const { promise: lost, resolve: lose } = Promise.withResolvers<TransportProblem>();
  for (const line of [host, ...(bench === undefined ? [] : [bench])]) {
    line.onEnd((why) => {
      if (why !== undefined) lose(why);
    });
  }
  return {
    id,
    title,
    ics,
    mode: "live",
    clock: new LiveClock(Date.now(), wallClock),
    host: lineOf(host),
    ...(bench === undefined ? {} : { bench: lineOf(bench) }),
    run: runOnWall,
    async close() {
      await host.close();
      await bench?.close();
    },
    onLost: (listener) => {
      lost.then(listener);
    },
    problem: () => undefined,
  };
}

const lineOf = (transport: Transport): SubjectLine => ({
  send: (bytes) => transport.send(bytes),
  onBytes: (listener) => {
    transport.onBytes(listener);
  },
});
