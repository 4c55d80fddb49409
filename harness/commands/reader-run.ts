import { type ReaderModel, readerModels } from "../../devices/ccid-reader/models.ts";
import { emptySlot } from "../../devices/emulated-reader/empty-slot.ts";
import { EmulatedReader } from "../../devices/emulated-reader/emulated-reader.ts";
import { CCID_LINE, openSerial } from "../../devices/transports/serial.ts";
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
import { type OpenFace, serveTable } from "./card-run.ts";
import type { ReaderCommandOptions } from "./reader.ts";

/** Runs `madoguchi reader` until it is ended, and returns its exit code. */
export async function runReader(options: ReaderCommandOptions): Promise<number> {
  const { serial, baud, as, lang, list, persona, seed } = options;
  if (list === true) {
    process.stdout.write(modelList(lang));
    return exitCodes.pass;
  }
  const model = readerModelByName("--as", as);
  if (serial === undefined)
    throw new MisuseError("--serial", "name the port the reader is on, or give --port <number> for TCP");
  const people = persona ?? [...new Set(model.faces)].map(() => USUAL);
  if (people.length > model.faces.length)
    throw new MisuseError("--persona", `${as} has ${model.faces.length} slot(s), not ${people.length}`);
  const pinPad = model.identity.pinPad ? { pinPad: true as const } : {};
  const face = serialFace(model, seed, () => openSerial(serial, { ...CCID_LINE, baudRate: baud }));
  return await serveTable({ ...options, persona: people, ...pinPad }, [face]);
}

function serialFace(model: ReaderModel, seed: number, open: () => Promise<Transport | TransportProblem>): OpenFace {
  return async ({ slots, say, fail, lang }) => {
    const transport = await open();
    if (isProblem(transport)) throw new ConfigurationError(transport.message, transport.fix);
    const reader = new EmulatedReader({
      clock: new LiveClock(Date.now(), wallClock),
      rng: rngFromSeed(seed).fork("reader"),
      identity: model.identity,
      bays: model.faces.map((face, index) => ({ face, slot: slots[index] ?? emptySlot })),
      transport,
      onDefect: fail,
    });
    transport.onEnd((problem) => {
      if (problem !== undefined) fail(new ConfigurationError(problem.message, problem.fix));
    });
    say(`${transport.name}: ${model.title[lang]}`);
    return async () => {
      reader.close();
      await transport.close();
    };
  };
}

const modelList = (lang: Language): string =>
  Object.entries(readerModels)
    .map(([id, { title }]) => `${id.padEnd(18)}${title[lang]}\n`)
    .join("");
