import type { ReaderModel } from "../../devices/ccid-reader/models.ts";
import { loopback } from "../../devices/transports/loopback.ts";
import { openSerial } from "../../devices/transports/serial.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import { isProblem } from "../../devices/transports/transport-problem.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { type RunPlan, type ScenarioRun, simulateOnWire } from "../run.ts";
import type { BuiltInSubject } from "../subjects/declare.ts";
import { Lockstep } from "./lockstep.ts";

/** Runs scenarios with the first reader at the end of a wire. */
export interface WiredRuns {
  simulate(plan: RunPlan, subject: BuiltInSubject): Promise<ScenarioRun>;
  close(): Promise<void>;
}

/**
 * Opens a wire by its name on the command line: `loopback` for a line in this process, or two serial ports that are joined
 * to each other, `<the terminal's>,<the reader's>`.
 */
export async function openWire(name: string, model: ReaderModel): Promise<WiredRuns> {
  if (name === "loopback") return loopbackRuns(model);
  const [hostPath, readerPath, more] = name.split(",");
  if (!hostPath || !readerPath || more !== undefined)
    throw new MisuseError(
      "--wire",
      "give loopback, or two serial ports that are joined: <the terminal's>,<the reader's>",
    );
  const hostEnd = await opened(hostPath);
  const readerEnd = await opened(readerPath).catch(async (error: unknown) => {
    await hostEnd.close();
    throw error;
  });
  const lockstep = new Lockstep(hostEnd, readerEnd);
  const ends = { model, hostEnd: lockstep.hostEnd, readerEnd: lockstep.readerEnd };
  return {
    simulate: (plan, subject) =>
      simulateOnWire(
        plan,
        subject,
        () => ends,
        (clock) => lockstep.run(clock),
      ),
    async close() {
      await hostEnd.close();
      await readerEnd.close();
    },
  };
}

function loopbackRuns(model: ReaderModel): WiredRuns {
  return {
    simulate: (plan, subject) =>
      simulateOnWire(
        plan,
        subject,
        (clock) => {
          const [hostEnd, readerEnd] = loopback(clock, "wire");
          return { model, hostEnd, readerEnd };
        },
        async (clock) => clock.runUntilIdle(),
      ),
    close: async () => {},
  };
}

async function opened(path: string): Promise<Transport> {
  const transport = await openSerial(path);
  if (isProblem(transport)) throw new ConfigurationError(transport.message, transport.fix);
  return transport;
}
