import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { BenchMessage } from "../../devices/bench-port/frame.ts";
import { BenchParser } from "../../devices/bench-port/parser.ts";
import { COMMAND } from "../../devices/ccid/constants.ts";
import { plainCommand } from "../../devices/ccid/writer.ts";
import { EXTENDED_MAX_MESSAGE_BYTES } from "../../devices/ccid-serial/constants.ts";
import { encodeMessage } from "../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../devices/ccid-serial/parser.ts";

/** Longer than a gap that breaks a frame off. */
const PAUSE_MS = 250;
const MAX_TRIES = 60;
const BENCH = 3;
const TIME_EXTENSION = 0x80;

/** Firmware as a program, with nobody in between: any bytes in, and a look at what comes out. */
export class RawFirmware {
  readonly #child: ChildProcess;
  readonly #answered = new Set<number>();
  #stderr = "";
  #onAnswer: () => void = () => {};
  #onBench: (message: BenchMessage) => void = () => {};

  constructor(program: string) {
    const child = spawn(program, { stdio: ["pipe", "pipe", "pipe", "pipe"] });
    this.#child = child;
    const parser = new LineParser(EXTENDED_MAX_MESSAGE_BYTES, (event) => {
      if (event.kind === "message") this.#answered.add(event.bytes[6] ?? -1);
      const isExtension = event.kind === "message" && ((event.bytes[7] ?? 0) & TIME_EXTENSION) !== 0;
      if (!isExtension) this.#onAnswer();
    });
    child.stdout?.on("data", (bytes: Uint8Array) => parser.push(bytes));
    child.stderr?.on("data", (bytes: Uint8Array) => {
      this.#stderr += Buffer.from(bytes).toString();
    });
    const bench = new BenchParser((event) => {
      if (event.kind === "message") this.#onBench(event.message);
    });
    child.stdio[3]?.on("data", (bytes: Uint8Array) => bench.push(bytes));
    for (const stream of child.stdio) stream?.on("error", () => {});
  }

  /** Writes to the host's line and to the bench port at once; ends when both have gone out, or nobody takes them. */
  async write(host: Uint8Array, bench: Uint8Array): Promise<void> {
    await Promise.all([written(this.#child.stdin, host), written(this.#child.stdio[BENCH] as Writable, bench)]);
  }

  /**
   * Asks the next command when one is answered, and says what the card says to each message of the firmware, until the card
   * said `cardBytes` bytes.
   */
  async converse(
    cardBytes: number,
    command: () => Uint8Array,
    card: (message: BenchMessage) => Uint8Array | undefined,
  ): Promise<void> {
    const bench = this.#child.stdio[BENCH] as Writable;
    await new Promise<void>((done) => {
      let said = 0;
      this.#child.once("close", () => done());
      this.#onBench = (message) => {
        const words = said < cardBytes ? card(message) : undefined;
        if (words === undefined) return;
        said += words.length;
        bench.write(words);
      };
      this.#onAnswer = () => {
        if (said >= cardBytes) done();
        else this.#child.stdin?.write(command());
      };
      this.#child.stdin?.write(command());
    });
    this.#onAnswer = () => {};
  }

  /** True when GetSlotStatus is answered, now or when what is under way is done. */
  async answersStatus(): Promise<boolean> {
    for (let tries = 0; tries < MAX_TRIES && this.#child.exitCode === null; tries++) {
      await delay(PAUSE_MS);
      const sequence = 0x80 + tries;
      this.#answered.delete(sequence);
      await written(this.#child.stdin, encodeMessage(plainCommand(COMMAND.getSlotStatus, { slot: 0, sequence })));
      await delay(PAUSE_MS);
      if (this.#answered.has(sequence)) return true;
    }
    return false;
  }

  /** Goes away as a host does, and waits for the program's end. */
  async end(): Promise<{ readonly code: number | null; readonly stderr: string }> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const closed = once(this.#child, "close");
      this.#child.stdin?.end();
      await closed;
    }
    return { code: this.#child.exitCode, stderr: this.#stderr };
  }
}

function written(stream: Writable | null, bytes: Uint8Array): Promise<void> {
  return new Promise((done) => {
    if (stream === null) return done();
    stream.once("close", () => done());
    stream.write(bytes, () => done());
  });
}
