import type { ReaderIdentity } from "../../devices/ccid-reader/identity.ts";
import { type ReaderModel, readerModels } from "../../devices/ccid-reader/models.ts";
import { emptySlot } from "../../devices/emulated-reader/empty-slot.ts";
import { EmulatedReader } from "../../devices/emulated-reader/emulated-reader.ts";
import { CCID_LINE, openSerial } from "../../devices/transports/serial.ts";
import { listenTcp } from "../../devices/transports/tcp-listener.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import { isProblem, type TransportProblem } from "../../devices/transports/transport-problem.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { readerModelByName } from "../catalogue.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { USUAL } from "../edges/card-table.ts";
import { LiveClock } from "../edges/live-clock.ts";
import { wallClock } from "../edges/pace.ts";
import { exitCodes } from "../verdict.ts";
import { type FaceParts, type OpenFace, serveTable } from "./card-run.ts";
import type { ReaderCommandOptions } from "./reader.ts";
import { Cable } from "./reader-cable.ts";

/** Runs `madoguchi reader` until it is ended, and returns its exit code. */
export async function runReader(options: ReaderCommandOptions): Promise<number> {
  const { as, lang, list, persona, seed } = options;
  if (list === true) {
    process.stdout.write(modelList(lang));
    return exitCodes.pass;
  }
  const model = readerModelByName("--as", as);
  const people = persona ?? [...new Set(model.faces)].map(() => USUAL);
  if (people.length > model.faces.length)
    throw new MisuseError("--persona", `${as} has ${model.faces.length} slot(s), not ${people.length}`);
  const pinPad = model.identity.pinPad ? { pinPad: true as const } : {};
  return await serveTable({ ...options, persona: people, ...pinPad }, [faceFor(options, model, seed)]);
}

function faceFor({ serial, baud, port }: ReaderCommandOptions, model: ReaderModel, seed: number): OpenFace {
  if (serial !== undefined && port !== undefined)
    throw new MisuseError("--port", "a reader has one line: give --serial or --port, not both");
  if (serial !== undefined) return serialFace(model, seed, () => openSerial(serial, { ...CCID_LINE, baudRate: baud }));
  if (port !== undefined) return tcpFace(model, seed, port);
  throw new MisuseError("--serial", "name the port the reader is on, or give --port <number> for TCP");
}

function serialFace(model: ReaderModel, seed: number, open: () => Promise<Transport | TransportProblem>): OpenFace {
  return async (parts) => {
    const transport = orFail(await open());
    const reader = readerOn(transport, model, model.identity, seed, parts);
    transport.onEnd((problem) => {
      if (problem !== undefined) parts.fail(new ConfigurationError(problem.message, problem.fix));
    });
    parts.say(`${transport.name}: ${model.title[parts.lang]}`);
    return async () => {
      reader.close();
      await transport.close();
    };
  };
}

/** The same frames over TCP, without echo (firmware-validation.md §11, our choice). */
function tcpFace(model: ReaderModel, seed: number, port: number): OpenFace {
  return async (parts) => {
    const cable = new Cable("TCP");
    const listener = orFail(await listenTcp(port, (line) => cable.plug(line)));
    const reader = readerOn(cable, model, { ...model.identity, echoes: false }, seed, parts);
    parts.say(`127.0.0.1:${listener.port}: ${model.title[parts.lang]}`);
    return async () => {
      reader.close();
      await listener.close();
    };
  };
}

function readerOn(
  transport: Transport,
  { faces }: ReaderModel,
  identity: ReaderIdentity,
  seed: number,
  { slots, fail }: FaceParts,
): EmulatedReader {
  return new EmulatedReader({
    clock: new LiveClock(Date.now(), wallClock),
    rng: rngFromSeed(seed).fork("reader"),
    identity,
    bays: faces.map((face, index) => ({ face, slot: slots[index] ?? emptySlot })),
    transport,
    onDefect: fail,
  });
}

function orFail<T extends object>(result: T | TransportProblem): T {
  if (isProblem(result)) throw new ConfigurationError(result.message, result.fix);
  return result;
}

const modelList = (lang: Language): string =>
  Object.entries(readerModels)
    .map(([id, { title }]) => `${id.padEnd(18)}${title[lang]}\n`)
    .join("");
