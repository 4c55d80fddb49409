import { openSerial, type SerialSettings } from "../../../devices/transports/serial.ts";
import { wallTimers } from "../../../devices/transports/timers.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";
import { ConfigurationError } from "../../configuration-error.ts";
import type { Ics } from "../../firmware/ics.ts";
import type { FirmwareSubject } from "../../firmware/subject.ts";
import { firstAnswer, whyNot } from "./first-answer.ts";
import { wallSubject } from "./wall-subject.ts";

/**
 * A reader on a serial port; `benchPath` is the port of its bench port, if it has one. Throws a ConfigurationError that
 * says what was tried when the port cannot be opened, or nobody at its other end speaks CCID.
 */
export async function openSerialSubject(
  path: string,
  benchPath: string | undefined,
  settings: SerialSettings,
  ics: Ics,
): Promise<FirmwareSubject> {
  const host = await opened(path, settings);
  try {
    const why = whyNot(await firstAnswer(host, wallTimers));
    if (why !== undefined)
      throw new ConfigurationError(
        `${path} at ${settings.baudRate} bit/s: ${why}`,
        "look at the cable, the power and the speed of the reader (--baud), and that no other program talks to it",
      );
    const bench = benchPath === undefined ? {} : { bench: await opened(benchPath, settings) };
    const title = { ja: `シリアルポート ${path}`, en: `serial port ${path}` };
    return wallSubject({ id: `serial:${path}`, title, ics, host, ...bench });
  } catch (error) {
    await host.close();
    throw error;
  }
}

async function opened(path: string, settings: SerialSettings): Promise<Transport> {
  const transport = await openSerial(path, settings);
  if (isProblem(transport)) throw new ConfigurationError(transport.message, transport.fix);
  return transport;
}
