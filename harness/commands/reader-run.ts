import type { ReaderIdentity } from "../../devices/ccid-reader/identity.ts";
import { type ReaderModel, readerModels } from "../../devices/ccid-reader/models.ts";
import { emptySlot } from "../../devices/emulated-reader/empty-slot.ts";
import { EmulatedReader } from "../../devices/emulated-reader/emulated-reader.ts";
import type { ReaderProfile } from "../../devices/readers/profile.ts";
import { CCID_LINE, openSerial } from "../../devices/transports/serial.ts";
import { listenTcp } from "../../devices/transports/tcp-listener.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import type { TransportProblem } from "../../devices/transports/transport-problem.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { readerModelByName, readerProfileByName } from "../catalogue.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { USUAL } from "../edges/card-table.ts";
import { clockTime } from "../edges/card-view.ts";
import { withoutProblem } from "../edges/without-problem.ts";
import { ReaderView } from "../front/reader-view.ts";
import { exitCodes } from "../verdict.ts";
import { type FaceParts, type OpenFace, serveTable } from "./card-run.ts";
import type { ReaderCommandOptions } from "./reader.ts";
import { Cable } from "./reader-cable.ts";
import { openFront } from "./reader-front.ts";

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
  const profile = readerProfileByName("--profile", options.profile);
  const table = { ...options, persona: people, ...pinPad };
  return await serveTable(table, [readerFace(table, lineFor(options, model, seed), profile)]);
}

/** The reader with its lines: that of its slots, and that of its front where one is asked for. */
function readerFace(options: ReaderCommandOptions, openLine: OpenLine, profile: ReaderProfile): OpenFace {
  return async (parts) => {
    const { clock, lang, say, slots, watch } = parts;
    const view = new ReaderView(profile, (words) => say(`${clockTime(clock.nowMs)}  ${words[lang]}`));
    watch((event) => view.card(event));
    const closeLine = await openLine(parts, view);
    try {
      const closeFront = await openFront(options, parts, view);
      view.signal(slots.some(({ present }) => present) ? "card-felt" : "idle");
      return async () => {
        await closeFront();
        await closeLine();
      };
    } catch (error) {
      await closeLine();
      throw error;
    }
  };
}

/** Opens the line of the slots, and gives what closes it. */
type OpenLine = (parts: FaceParts, view: ReaderView) => Promise<() => Promise<void>>;

function lineFor({ serial, baud, port }: ReaderCommandOptions, model: ReaderModel, seed: number): OpenLine {
  if (serial !== undefined && port !== undefined)
    throw new MisuseError("--port", "a reader has one line: give --serial or --port, not both");
  if (serial !== undefined) return serialLine(model, seed, () => openSerial(serial, { ...CCID_LINE, baudRate: baud }));
  if (port !== undefined) return tcpLine(model, seed, port);
  throw new MisuseError("--serial", "name the port the reader is on, or give --port <number> for TCP");
}

function serialLine(model: ReaderModel, seed: number, open: () => Promise<Transport | TransportProblem>): OpenLine {
  return async (parts, view) => {
    const transport = withoutProblem(await open());
    const reader = readerOn(transport, model, model.identity, seed, parts, view);
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
function tcpLine(model: ReaderModel, seed: number, port: number): OpenLine {
  return async (parts, view) => {
    const cable = new Cable("TCP");
    const listener = withoutProblem(await listenTcp(port, (line) => cable.plug(line)));
    const reader = readerOn(cable, model, { ...model.identity, echoes: false }, seed, parts, view);
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
  { slots, fail, clock }: FaceParts,
  view: ReaderView,
): EmulatedReader {
  return new EmulatedReader({
    clock,
    rng: rngFromSeed(seed).fork("reader"),
    identity,
    bays: faces.map((face, index) => ({ face, slot: slots[index] ?? emptySlot })),
    transport,
    screen: { show: (text) => view.pinEntry(text) },
    onDefect: fail,
  });
}

const modelList = (lang: Language): string =>
  Object.entries(readerModels)
    .map(([id, { title }]) => `${id.padEnd(18)}${title[lang]}\n`)
    .join("");
