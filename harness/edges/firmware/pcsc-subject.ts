import { LiveClock } from "../../../devices/transports/live-clock.ts";
import { openPcsc, type PcscReader } from "../../../devices/transports/pcsc-client.ts";
import { wallTimers } from "../../../devices/transports/timers.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";
import { wallClock } from "../../../devices/transports/wall-clock.ts";
import type { Process } from "../../../simulator/kernel/process.ts";
import { ConfigurationError } from "../../configuration-error.ts";
import type { Ics } from "../../firmware/ics.ts";
import type { FirmwareSubject, PcscCard } from "../../firmware/subject.ts";
import { inTime } from "../driver-deadline.ts";
import { withoutProblem } from "../without-problem.ts";
import { runOnWall } from "./wall-subject.ts";

/** A reader of the machine's PC/SC stack with a card in it, held for ourselves alone while the checks run. */
export async function openPcscSubject(name: string, ics: Ics): Promise<FirmwareSubject> {
  const client = withoutProblem(await openPcsc(wallTimers));
  const connected = await inTime(client.connect(name, "exclusive"));
  if (isProblem(connected)) {
    client.close();
    throw new ConfigurationError(connected.message, connected.fix);
  }
  return {
    id: `pcsc:${connected.name}`,
    title: { ja: `PC/SCリーダー ${connected.name}`, en: `PC/SC reader ${connected.name}` },
    ics,
    mode: "live",
    clock: new LiveClock(Date.now(), wallClock),
    pcsc: cardOf(connected),
    run: runOnWall,
    async close() {
      await inTime(connected.close());
      client.close();
    },
    problem: () => undefined,
  };
}

const cardOf = (reader: PcscReader): PcscCard => ({
  reader: reader.name,
  atr: () => reader.atr,
  *transmit(command) {
    const answer = yield* settled(reader.transmit(command));
    return isProblem(answer) ? undefined : answer;
  },
  *reset() {
    return !isProblem(yield* settled(reader.reset()));
  },
});

/** The result of a promise that never rejects. */
function* settled<T>(promise: Promise<T>): Process<T> {
  let result: { readonly value: T } | undefined;
  const done = promise.then((value) => {
    result = { value };
  });
  yield (resume) => {
    done.then(resume);
    return () => {};
  };
  if (result === undefined) throw new RangeError("a promise went on before it was settled");
  return result.value;
}
