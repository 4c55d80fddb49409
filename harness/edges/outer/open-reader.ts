import type { ReaderModel } from "../../../devices/ccid-reader/models.ts";
import { LiveClock } from "../../../devices/transports/live-clock.ts";
import { openPcsc } from "../../../devices/transports/pcsc-client.ts";
import { readerNamed } from "../../../devices/transports/pcsc-problems.ts";
import { CCID_LINE, openSerial } from "../../../devices/transports/serial.ts";
import { openTcp } from "../../../devices/transports/tcp.ts";
import { wallTimers } from "../../../devices/transports/timers.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";
import { wallClock } from "../../../devices/transports/wall-clock.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { ConfigurationError } from "../../configuration-error.ts";
import { CcidOuterReader } from "../../outer/ccid-outer-reader.ts";
import type { OuterReader } from "../../outer/outer-reader.ts";
import { readAddress } from "../firmware/tcp-subject.ts";
import { runOnWall } from "../firmware/wall-subject.ts";
import { withoutProblem } from "../without-problem.ts";
import { PcscOuterReader } from "./pcsc-outer-reader.ts";

/** Where a reader is, in the words of the command line; one of the three. */
export interface ReaderPlace {
  readonly serial?: string;
  readonly baud: number;
  readonly tcp?: string;
  readonly pcsc?: string;
}

/** A reader that is open, and how to let go of it. */
export interface OpenedReader {
  readonly reader: OuterReader;
  close(): Promise<void>;
}

/** Opens the reader that is named; what is wrong with the name or the place is told at once. */
export async function openReader({ serial, baud, tcp, pcsc }: ReaderPlace, model: ReaderModel): Promise<OpenedReader> {
  const named = Object.entries({ serial, tcp, pcsc }).filter(([, value]) => value !== undefined);
  if (named.length !== 1)
    throw new MisuseError("--serial, --tcp, --pcsc", `name one reader with one of them, not ${named.length}`);
  if (pcsc !== undefined) return await openPcscReader(pcsc);
  if (tcp !== undefined) return ccidReader(withoutProblem(await openTcp(readAddress("--tcp", tcp))), model);
  return ccidReader(withoutProblem(await openSerial(serial ?? "", { ...CCID_LINE, baudRate: baud })), model);
}

function ccidReader(transport: Transport, { identity: { level, maxMessageBytes } }: ReaderModel): OpenedReader {
  const clock = new LiveClock(Date.now(), wallClock);
  return {
    reader: new CcidOuterReader({ transport, clock, run: runOnWall, level, maxMessageBytes }),
    close: () => transport.close(),
  };
}

async function openPcscReader(wanted: string): Promise<OpenedReader> {
  const client = withoutProblem(await openPcsc(wallTimers));
  const name = readerNamed(
    wanted,
    client.readers().map((known) => known.name),
  );
  if (isProblem(name)) {
    client.close();
    if (name.code === "no-reader") throw new ConfigurationError(name.message, name.fix);
    throw new MisuseError("--pcsc", `${name.message}; ${name.fix}`);
  }
  const reader = new PcscOuterReader(client, name);
  return {
    reader,
    async close() {
      await reader.release();
      client.close();
    },
  };
}
