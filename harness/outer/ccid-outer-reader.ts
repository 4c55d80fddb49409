import { CcidHost } from "../../devices/ccid-host/ccid-host.ts";
import { type HostProblem, isHostProblem } from "../../devices/ccid-host/host-problem.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import { isProblem, type TransportProblem } from "../../devices/transports/transport-problem.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process, type Settled, sleep, start } from "../../simulator/kernel/process.ts";
import { LAID_WITHIN_MS, nothingLies, type OuterReader } from "./outer-reader.ts";

/** What a reader that speaks CCID over a line is spoken to with. */
export interface CcidOuterReaderParts {
  readonly transport: Transport;
  /** The outside's own time. */
  readonly clock: Clock;
  /** Runs a process on the outside's time until it ends. */
  readonly run: <T>(process: Process<T>) => Promise<T>;
  /** Units of XfrBlock. */
  readonly level: "tpdu" | "apdu";
  readonly maxMessageBytes: number;
}

/** How often somebody looks whether a card lies there by now, ms (ours). */
const LOOK_EVERY_MS = 200;
/** How often a reader is asked whether it is there; each time takes two seconds (ours). */
const OPENING_TRIES = 3;
/** How long the power is off when a card is reset (ours). */
const RESET_MS = 100;
/** Nothing a card is asked takes longer; a reader that asks for time again and again must not hold us for ever (ours). */
const LONGEST_MS = LAID_WITHIN_MS + 15_000;

/** A CCID reader at the other end of a line. */
export class CcidOuterReader implements OuterReader {
  readonly name: string;
  readonly #parts: CcidOuterReaderParts;
  readonly #host: CcidHost;
  #gone: TransportProblem | undefined;
  #tellGone: (problem: TransportProblem) => void = () => {};
  #isUnderstood = false;

  constructor(parts: CcidOuterReaderParts) {
    const { transport, clock, level, maxMessageBytes } = parts;
    this.name = transport.name;
    this.#parts = parts;
    this.#host = new CcidHost({ clock, transport, level, maxMessageBytes });
    transport.onEnd((problem) => {
      this.#gone = problem ?? lineClosed(this.name);
      this.#tellGone(this.#gone);
    });
  }

  connect(): Promise<Uint8Array | undefined | TransportProblem> {
    return this.#run(this.#connect());
  }

  reset(): Promise<Uint8Array | undefined | TransportProblem> {
    return this.#run(this.#reset());
  }

  transmit(command: Uint8Array): Promise<Uint8Array | undefined | TransportProblem> {
    return this.#run(this.#transmit(command));
  }

  async release(): Promise<void> {
    await this.#run(this.#host.powerOff());
    this.#host.close();
  }

  *#connect(): Process<Uint8Array | undefined | TransportProblem> {
    const { clock } = this.#parts;
    const problem = yield* this.#opened();
    if (problem !== undefined) return this.#problemOf(problem);
    for (let waitedMs = 0; waitedMs <= LAID_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
      const powered = yield* this.#powered();
      if (powered !== "no-card") return powered;
      yield* sleep(clock, LOOK_EVERY_MS);
    }
    return nothingLies(this.name);
  }

  /** Asks a few times whether anybody is there: the reader may have been started a moment after us. */
  *#opened(): Process<HostProblem | undefined> {
    for (let tries = 1; ; tries++) {
      const opened = yield* this.#host.open();
      if (typeof opened === "string") return undefined;
      if (opened.kind !== "no-answer" || tries === OPENING_TRIES) return opened;
    }
  }

  *#reset(): Process<Uint8Array | undefined | TransportProblem> {
    yield* this.#host.powerOff();
    yield* sleep(this.#parts.clock, RESET_MS);
    const powered = yield* this.#powered();
    return powered === "no-card" ? undefined : powered;
  }

  *#powered(): Process<Uint8Array | undefined | "no-card" | TransportProblem> {
    const powered = yield* this.#host.powerOn();
    if (!isHostProblem(powered)) return powered.atr;
    if (powered.kind === "no-card") return "no-card";
    return powered.kind === "refused" ? undefined : this.#silenceOr(powered);
  }

  *#transmit(command: Uint8Array): Process<Uint8Array | undefined | TransportProblem> {
    const answer = yield* this.#host.transmit(command);
    if (isHostProblem(answer)) return this.#silenceOr(answer);
    if (!this.#isUnderstood && !endsInStatusWord(answer.response)) return wrongUnits(this.name);
    this.#isUnderstood = true;
    return answer.response;
  }

  /** A card that fell silent is the session's to deal with; a reader that did not understand us from the start is not. */
  #silenceOr(problem: HostProblem): undefined | TransportProblem {
    if (problem.kind === "no-answer" || problem.kind === "line") return this.#problemOf(problem);
    const isUnits = problem.kind === "protocol" || problem.kind === "refused";
    return isUnits && !this.#isUnderstood ? wrongUnits(this.name) : undefined;
  }

  #problemOf({ kind, words }: HostProblem): TransportProblem {
    return { code: kind, message: `${this.name}: ${words.en}`, fix: NOBODY_FIX };
  }

  /** Runs a process until it ends, the line does, or it has taken too long. */
  async #run<T>(process: Process<T>): Promise<T | TransportProblem> {
    return await this.#parts.run(this.#watched(process));
  }

  *#watched<T>(process: Process<T>): Process<T | TransportProblem> {
    if (this.#gone !== undefined) return this.#gone;
    const box = new Mailbox<Settled<T> | TransportProblem>(2);
    const abandon = start(process, (outcome) => box.put(outcome));
    this.#tellGone = (problem) => box.put(problem);
    const outcome = yield* box.take(this.#parts.clock, LONGEST_MS);
    this.#tellGone = () => {};
    if (outcome === undefined || isProblem(outcome)) {
      abandon();
      this.#host.close();
      return outcome ?? tooLong(this.name);
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }
}

/** 6x or 9x before the last byte (ISO/IEC 7816-4 §5.6). */
const endsInStatusWord = (response: Uint8Array): boolean => [0x6, 0x9].includes((response.at(-2) ?? 0) >> 4);

const NOBODY_FIX =
  "look whether the reader is on and at the other end of this line, and at --baud; `madoguchi reader` plays one";

const wrongUnits = (name: string): TransportProblem => ({
  code: "units",
  message: `${name}: the reader answers, and what it passes on makes no sense to the card, or to us`,
  fix: "look at --as: readers that take whole APDUs are sim-antenna and sim-contacts, those that take blocks of T=1 gempc-twin and the like (madoguchi reader --list); take the card off and put it on again",
});

const tooLong = (name: string): TransportProblem => ({
  code: "too-late",
  message: `${name}: the reader asks for more time again and again, ${LONGEST_MS / 1_000} s by now`,
  fix: "take the card off and put it on again, or switch the reader off and on",
});

const lineClosed = (name: string): TransportProblem => ({
  code: "line-closed",
  message: `${name}: the line was closed`,
  fix: "look whether the reader still runs, and start again",
});
