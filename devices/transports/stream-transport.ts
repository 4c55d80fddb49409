import type { Readable, Writable } from "node:stream";
import type { Cancel } from "../../simulator/kernel/clock.ts";
import type { Transport } from "./transport.ts";
import type { TransportProblem } from "./transport-problem.ts";

/** More bytes than this waiting to go out: whoever is at the other end stopped reading. */
const MAX_UNSENT_BYTES = 1_048_576;

/** The two ends of a line over streams of node; one socket is both. */
export interface StreamEnds {
  readonly readable: Readable;
  readonly writable: Writable;
  /** Lets go of them; ends when nothing is left. */
  readonly shut: () => Promise<void>;
}

/** A {@link Transport} over streams of node: a socket, or the pipes of a child process. Who made it knows when it ended. */
export class StreamTransport implements Transport {
  readonly name: string;
  readonly #ends: StreamEnds;
  readonly #byteListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #endListeners = new Set<(problem: TransportProblem | undefined) => void>();
  #isOver = false;

  constructor(name: string, ends: StreamEnds) {
    this.name = name;
    this.#ends = ends;
    ends.readable.on("data", (bytes: Uint8Array) => {
      if (this.#isOver) return;
      for (const listener of [...this.#byteListeners]) listener(bytes);
    });
    ends.readable.on("error", () => {}); // a line that breaks closes as well, and that is told by `end`
    ends.writable.on("error", () => {});
  }

  send(bytes: Uint8Array): void {
    const { writable } = this.#ends;
    if (this.#isOver || !writable.writable) return;
    if (writable.writableLength > MAX_UNSENT_BYTES) {
      this.end(notRead(this.name));
      void this.#ends.shut(); // the other end learns of it, and a listener has room for the next one
      return;
    }
    writable.write(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): Cancel {
    this.#byteListeners.add(listener);
    return () => {
      this.#byteListeners.delete(listener);
    };
  }

  onEnd(listener: (problem: TransportProblem | undefined) => void): Cancel {
    this.#endListeners.add(listener);
    return () => {
      this.#endListeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.end(undefined);
    await this.#ends.shut();
  }

  /** The line ended: with a problem when nobody asked for it. Only the first end counts. */
  end(problem: TransportProblem | undefined): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const listener of [...this.#endListeners]) listener(problem);
  }
}

const notRead = (name: string): TransportProblem => ({
  code: "not-read",
  message: `${name}: ${MAX_UNSENT_BYTES} bytes wait and nobody reads them`,
  fix: "look whether the other end still runs and reads its line",
});
