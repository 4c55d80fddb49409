import { openTcp, type TcpAddress } from "../../../devices/transports/tcp.ts";
import { type Timers, wallTimers } from "../../../devices/transports/timers.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { ConfigurationError } from "../../configuration-error.ts";
import type { Ics } from "../../firmware/ics.ts";
import type { FirmwareSubject } from "../../firmware/subject.ts";
import { withoutProblem } from "../without-problem.ts";
import { expectBench, firstAnswer, whyNot } from "./first-answer.ts";
import { wallSubject } from "./wall-subject.ts";

const MAX_PORT = 65_535;

/** Firmware that listens on `address`, `host:port`, and with its bench port, if it has one, on `benchAddress`. */
export async function openTcpSubject(
  address: string,
  benchAddress: string | undefined,
  ics: Ics,
  timers: Timers = wallTimers,
): Promise<FirmwareSubject> {
  const hostAt = readAddress("--tcp", address);
  const benchAt = benchAddress === undefined ? undefined : readAddress("--bench-tcp", benchAddress);
  const host = withoutProblem(await openTcp(hostAt, timers));
  let bench: Transport | undefined;
  try {
    if (benchAt !== undefined) bench = withoutProblem(await openTcp(benchAt, timers));
    const why = whyNot(await firstAnswer(host, timers));
    if (why !== undefined)
      throw new ConfigurationError(`${host.name}: ${why}`, "look whether this is the port on which it speaks CCID");
    if (bench !== undefined) await expectBench(bench, "--bench-tcp", timers);
  } catch (error) {
    await host.close();
    await bench?.close();
    throw error;
  }
  const title = { ja: `TCP ${host.name}`, en: `TCP ${host.name}` };
  return wallSubject({ id: `tcp:${host.name}`, title, ics, host, ...(bench === undefined ? {} : { bench }) });
}

/** Reads `host:port`, `[::1]:port` for an address with colons. A {@link MisuseError} names the option. */
export function readAddress(field: string, text: string): TcpAddress {
  const [, bracketed, plain, digits = ""] = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port === 0 || port > MAX_PORT)
    throw new MisuseError(field, `${text} is no address; give host:port, such as 127.0.0.1:4000`);
  return { host, port };
}
