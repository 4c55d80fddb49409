import { ReaderFront } from "../../devices/emulated-reader/front.ts";
import type { FaceTry } from "../../devices/readers/face-gate.ts";
import type { PatientAtReader } from "../../devices/readers/patient.ts";
import { CCID_LINE, openSerial } from "../../devices/transports/serial.ts";
import { listenTcp } from "../../devices/transports/tcp-listener.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import { dateAt } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { type PersonaId, personas } from "../../simulator/population/personas/index.ts";
import type { ConsoleCommand } from "../edges/card-console.ts";
import { USUAL } from "../edges/card-table.ts";
import { preparePictures } from "../edges/prepare-pictures.ts";
import { withoutProblem } from "../edges/without-problem.ts";
import { ConsolePatient } from "../front/console-patient.ts";
import type { ReaderView } from "../front/reader-view.ts";
import { willingPatient } from "../front/willing-patient.ts";
import { checkInScenario } from "../outer/check-in.ts";
import type { FaceParts } from "./card-run.ts";
import type { ReaderCommandOptions } from "./reader.ts";

/** Serves the front port of a reader where one is asked for, and gives what closes it. */
export async function openFront(
  options: ReaderCommandOptions,
  parts: FaceParts,
  view: ReaderView,
): Promise<() => Promise<void>> {
  const { frontSerial, frontPort, byHand, baud } = options;
  if (frontSerial === undefined && frontPort === undefined) {
    if (byHand === true) throw new MisuseError("--by-hand", "needs --front-serial or --front-port");
    return async () => {};
  }
  if (frontSerial !== undefined && frontPort !== undefined)
    throw new MisuseError("--front-port", "the front has one line: give --front-serial or --front-port, not both");
  const patient = view.watching(await patientOf(options, parts));
  const serve = (transport: Transport): ReaderFront => frontOn(transport, patient, parts);
  if (frontPort !== undefined) return await serveTcp(frontPort, serve, parts);
  const transport = withoutProblem(await openSerial(frontSerial ?? "", { ...CCID_LINE, baudRate: baud }));
  const front = serve(transport);
  parts.say(`${transport.name}: ${TITLE[parts.lang]}`);
  return async () => {
    front.close();
    await transport.close();
  };
}

const TITLE = { ja: "画面・キー・カメラ", en: "screen, keys and camera" };

/** One session after another, each on a line of its own. */
async function serveTcp(
  port: number,
  serve: (transport: Transport) => ReaderFront,
  { say, lang }: FaceParts,
): Promise<() => Promise<void>> {
  let front: ReaderFront | undefined;
  const listener = withoutProblem(
    await listenTcp(port, (line) => {
      front?.close();
      front = serve(line);
    }),
  );
  say(`127.0.0.1:${listener.port}: ${TITLE[lang]}`);
  return async () => {
    front?.close();
    await listener.close();
  };
}

function frontOn(transport: Transport, patient: PatientAtReader, { say, fail }: FaceParts): ReaderFront {
  const front = new ReaderFront({
    transport,
    onProblem: ({ message, fix }) => say(`! ${message}; ${fix}`),
    onDefect: fail,
  });
  front.patient = patient;
  return front;
}

async function patientOf(options: ReaderCommandOptions, { clock, addCommands }: FaceParts): Promise<PatientAtReader> {
  const face = await faceOf(options);
  if (options.byHand !== true) return willingPatient({ clock, pin: options.pin, face });
  const patient = new ConsolePatient(clock, face);
  addCommands(commandsFor(patient));
  return patient;
}

/** What the camera sees of whose card lies in the first slot; undefined where that is nobody of ours. */
async function faceOf({
  persona: [kind = USUAL] = [],
  seed,
  date,
  pin,
}: ReaderCommandOptions): Promise<FaceTry | undefined> {
  const persona: PersonaId | undefined = personas.find(({ id }) => id === kind)?.id;
  if (persona === undefined) return undefined;
  const day = date ?? dateAt(Date.now());
  const pictures = await preparePictures(checkInScenario({ persona, methods: ["face"], pin, seed, date: day }), seed);
  return pictures.liveFace(persona, "normal");
}

function commandsFor(patient: ConsolePatient): Readonly<Record<string, ConsoleCommand>> {
  return {
    touch: {
      usage: "touch <word …>",
      does: { ja: "画面に触れる（例: touch face、touch yes、touch all）", en: "touches the screen: face, yes, all …" },
      run: (_parts, words) => patient.touches(words),
    },
    type: {
      usage: "type <digits>",
      does: { ja: "数字を入力する", en: "types digits" },
      run: (_parts, [digits = ""]) => patient.types(digits),
    },
    look: { usage: "look", does: { ja: "カメラを見る", en: "looks into the camera" }, run: () => patient.looks() },
    nothing: {
      usage: "nothing",
      does: { ja: "画面に何もしない", en: "does nothing with the screen" },
      run: () => patient.turnsAway(),
    },
  };
}
