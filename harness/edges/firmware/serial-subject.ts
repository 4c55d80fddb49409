import { openSerial, type SerialSettings } from "../../../devices/transports/serial.ts";
import { wallTimers } from "../../../devices/transports/timers.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { ConfigurationError } from "../../configuration-error.ts";
import type { Ics } from "../../firmware/ics.ts";
import type { FirmwareSubject } from "../../firmware/subject.ts";
import { withoutProblem } from "../without-problem.ts";
import { expectBench, firstAnswer, whyNot } from "./first-answer.ts";
import { wallSubject } from "./wall-subject.ts";

/**
 * A reader on a serial port; `benchPath` is the port of its bench port, if it has one. Throws a ConfigurationError that
 * says what was tried when a port cannot be opened, or nobody at its other end speaks CCID, or the bench port's protocol.
 */
export async function openSerialSubject(
  path: string,
  benchPath: string | undefined,
  settings: SerialSettings,
  ics: Ics,
): Promise<FirmwareSubject> {
  const host = withoutProblem(await openSerial(path, settings));
  let bench: Transport | undefined;
  try {
    if (benchPath !== undefined) bench = withoutProblem(await openSerial(benchPath, settings));
    const why = whyNot(await firstAnswer(host, wallTimers));
    if (why !== undefined)
      throw new ConfigurationError(
        `${path} at ${settings.baudRate} bit/s: ${why}`,
        "look at the cable, the power and the speed of the reader (--baud), and that no other program talks to it",
      );
    if (bench !== undefined) await expectBench(bench, "--bench-serial", wallTimers);
  } catch (error) {
    await host.close();
    await bench?.close();
    throw error;
  }
  const title = { ja: `シリアルポート ${path}`, en: `serial port ${path}` };
  return wallSubject({ id: `serial:${path}`, title, ics, host, ...(bench === undefined ? {} : { bench }) });
}
