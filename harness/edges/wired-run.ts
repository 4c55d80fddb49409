import type { ReaderModel } from "../../devices/ccid-reader/models.ts";
import { loopback } from "../../devices/transports/loopback.ts";
import { openSerial } from "../../devices/transports/serial.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { type RunPlan, type ScenarioRun, simulateOnWire } from "../run.ts";
import type { BuiltInSubject } from "../subjects/declare.ts";
import type { FrontEnds } from "../wired-front.ts";
import { Lockstep } from "./lockstep.ts";
import { withoutProblem } from "./without-problem.ts";

/** Where the wires of the first reader are, in the words of the command line. */
export interface WireNames {
  /** `loopback` for lines in this process, or two serial ports that are joined, `<the terminal's>,<the reader's>`. */
  readonly wire: string;
  /** Two more of them for the reader's screen, keys and camera; left out where the patient stands in this process. */
  readonly wireFront?: string | undefined;
}

/** Runs scenarios with the first reader at the end of a wire. */
export interface WiredRuns {
  simulate(plan: RunPlan, subject: BuiltInSubject): Promise<ScenarioRun>;
  close(): Promise<void>;
}

/** Opens the wires of a reader. A loopback has both lines; on serial ports the front is on a line of its own, or on none. */
export async function openWire({ wire, wireFront }: WireNames, model: ReaderModel): Promise<WiredRuns> {
  if (wire === "loopback") {
    if (wireFront === undefined) return loopbackRuns(model);
    throw new MisuseError("--wire-front", "a loopback has both lines; leave this out, or give --wire two serial ports");
  }
  const card = pairOf("--wire", wire, "loopback, or ");
  const front = wireFront === undefined ? undefined : pairOf("--wire-front", wireFront);
  const lines = new SerialLines();
  try {
    const ends = { model, ...(await lines.open(card)) };
    const all = front === undefined ? ends : { ...ends, front: await lines.open(front) };
    return {
      simulate: (plan, subject) =>
        simulateOnWire(
          plan,
          subject,
          () => all,
          (clock) => lines.lockstep.run(clock),
        ),
      close: () => lines.close(),
    };
  } catch (error) {
    await lines.close();
    throw error;
  }
}

type Pair = readonly [host: string, reader: string];

function pairOf(option: string, names: string, orElse = ""): Pair {
  const [host, reader, more] = names.split(",");
  if (host && reader && more === undefined) return [host, reader];
  throw new MisuseError(option, `give ${orElse}two serial ports that are joined: <the terminal's>,<the reader's>`);
}

/** Serial ports that are open, all in one lockstep. */
class SerialLines {
  readonly lockstep = new Lockstep();
  readonly #open: Transport[] = [];

  async open([host, reader]: Pair): Promise<FrontEnds> {
    return { hostEnd: await this.#end(host), readerEnd: await this.#end(reader) };
  }

  async close(): Promise<void> {
    for (const end of this.#open) await end.close();
  }

  async #end(path: string): Promise<Transport> {
    const end = withoutProblem(await openSerial(path));
    this.#open.push(end);
    return this.lockstep.over(end);
  }
}

function loopbackRuns(model: ReaderModel): WiredRuns {
  return {
    simulate: (plan, subject) =>
      simulateOnWire(
        plan,
        subject,
        (clock) => {
          const [hostEnd, readerEnd] = loopback(clock, "wire");
          const [frontHostEnd, frontReaderEnd] = loopback(clock, "front");
          return { model, hostEnd, readerEnd, front: { hostEnd: frontHostEnd, readerEnd: frontReaderEnd } };
        },
        async (clock) => clock.runUntilIdle(),
      ),
    close: async () => {},
  };
}
