import type { Cancel } from "../../simulator/kernel/clock.ts";
import type { Timers } from "./timers.ts";
import type { Transport } from "./transport.ts";
import type { TransportProblem } from "./transport-problem.ts";

/** Two ends of a line in one process: bytes take no time, but a turn of the clock, so that nobody is interrupted. */
export function loopback(clock: Timers, name: string): readonly [Transport, Transport] {
  const ends = [new LoopbackEnd(clock, `${name} a`), new LoopbackEnd(clock, `${name} b`)] as const;
  ends[0].other = ends[1];
  ends[1].other = ends[0];
  return ends;
}

class LoopbackEnd implements Transport {
  readonly name: string;
  readonly #clock: Timers;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  readonly #endListeners = new Set<(problem: TransportProblem | undefined) => void>();
  other: LoopbackEnd | undefined;
  #isOver = false;

  constructor(clock: Timers, name: string) {
    this.#clock = clock;
    this.name = name;
  }

  send(bytes: Uint8Array): void {
    const { other } = this;
    if (this.#isOver || other === undefined) return;
    const sent = bytes.slice();
    this.#clock.after(0, () => other.#deliver(sent));
  }

  onBytes(listener: (bytes: Uint8Array) => void): Cancel {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  onEnd(listener: (problem: TransportProblem | undefined) => void): Cancel {
    this.#endListeners.add(listener);
    return () => {
      this.#endListeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#end(undefined);
    const { other } = this;
    if (other !== undefined) other.#end(otherEndGone(other.name));
  }

  #deliver(bytes: Uint8Array): void {
    if (this.#isOver) return;
    for (const listener of [...this.#listeners]) listener(bytes);
  }

  #end(problem: TransportProblem | undefined): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const listener of [...this.#endListeners]) listener(problem);
  }
}

const otherEndGone = (name: string): TransportProblem => ({
  code: "line-gone",
  message: `${name}: the other end let go of the line`,
  fix: "look why the other end stopped, and start again",
});
