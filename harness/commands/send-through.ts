import { CentreClient } from "../../devices/terminal/centre-client.ts";
import { ExchangeFolders } from "../../devices/terminal/exchange-folder.ts";
import { LinkApplication } from "../../devices/terminal/link-application.ts";
import type { TerminalSettings } from "../../devices/terminal/settings.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import { Switchboard } from "../../simulator/kernel/pco.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { Line, LineOutcome } from "../../simulator/line/line.ts";
import {
  type CentreAnswer,
  type CentreRequest,
  decodeRequest,
  encodeAnswer,
} from "../../simulator/messages/line-envelope.ts";

/** A file in an exchange folder. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of a request file. */
export interface Sent {
  /** Files the terminal left in `res`, as they are in the end. */
  readonly results: readonly NamedFile[];
  /** What the centre answered; undefined when the terminal refused the file by itself. */
  readonly answer: CentreAnswer | undefined;
}

/** The terminal a file is sent through, and the centre behind it. */
export interface SendingParts {
  readonly facility: string;
  /** The instant the file is put down, ms since 1970. */
  readonly nowMs: number;
  readonly settings: TerminalSettings;
  readonly rng: Rng;
  readonly ask: (request: CentreRequest) => Promise<CentreAnswer>;
}

/** A request leads to one question; a terminal that asks without end is wrong. */
const MAX_QUESTIONS = 16;

/**
 * Lays a file into `req` of a terminal and takes what it leaves in `res`. The terminal is the one of the virtual world, on
 * a clock of its own; only its line ends at a centre that may be a database away. Rejects when the centre cannot be asked.
 */
export async function sendThrough(file: NamedFile, parts: SendingParts): Promise<Sent> {
  const clock = new VirtualClock(parts.nowMs);
  const line = new LineToStore(parts.ask);
  const folders = new ExchangeFolders();
  let crossings = 0;
  const board = new Switchboard(clock, () => ++crossings);
  const { settings } = parts;
  let defect: { readonly error: unknown } | undefined;
  new LinkApplication({
    folders,
    centre: new CentreClient(line, parts.facility, settings.centreDeadlineMs),
    settings,
    facility: parts.facility,
    clock,
    rng: parts.rng,
    strandFrom: (cause) => board.strand(cause),
    onDefect: (error) => {
      defect = { error };
    },
  });
  const results = new Map<string, Uint8Array>();
  // Noted as they are written: a terminal takes some of them away again after a while.
  folders.onChange(({ folder, name, change, bytes }) => {
    if (folder === "res" && change === "written" && !name.endsWith(".tmp")) results.set(name, bytes);
  });
  folders.write({ folder: "req", ...file });
  clock.runUntilIdle();
  for (let questions = 0; line.asking !== undefined; questions++) {
    ensure(questions < MAX_QUESTIONS, "one request file led to questions without end");
    await line.asking;
    clock.runUntilIdle();
  }
  if (defect !== undefined) throw defect.error;
  if (line.failure !== undefined) throw line.failure.error;
  return { results: [...results].map(([name, bytes]) => ({ name, bytes })), answer: line.answer };
}

/** A line without length to a centre that answers in its own time; the terminal's clock stands still meanwhile. */
class LineToStore implements Line {
  readonly #ask: SendingParts["ask"];
  /** Fulfilled when the terminal has been told the answer; undefined while nobody asks. */
  asking: Promise<void> | undefined;
  answer: CentreAnswer | undefined;
  failure: { readonly error: unknown } | undefined;

  constructor(ask: SendingParts["ask"]) {
    this.#ask = ask;
  }

  *exchange(bytes: Uint8Array): Process<LineOutcome> {
    const request = decodeRequest(bytes);
    ensure(request !== undefined, "the terminal's own message is no request");
    yield (resume) => {
      this.asking = this.#answer(request).then(resume);
      return () => undefined;
    };
    return this.answer === undefined
      ? { kind: "severed", reason: "ledger" }
      : { kind: "delivered", answer: encodeAnswer(this.answer) };
  }

  async #answer(request: CentreRequest): Promise<void> {
    try {
      this.answer = await this.#ask(request);
    } catch (error) {
      this.failure = { error };
    }
    this.asking = undefined;
  }
}
