import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import type { Transport } from "./transport.ts";

/** Two ends of a line in one process: bytes take no time, but a turn of the clock, so that nobody is interrupted. */
export function loopback(clock: Clock, name: string): readonly [Transport, Transport] {
  const ends = [new LoopbackEnd(clock, `${name} a`), new LoopbackEnd(clock, `${name} b`)] as const;
  ends[0].other = ends[1];
  ends[1].other = ends[0];
  return ends;
}

class LoopbackEnd implements Transport {
  readonly name: string;
  readonly #clock: Clock;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  readonly #endListeners = new Set<(problem: undefined) => void>();
  other: LoopbackEnd | undefined;
  #isOver = false;

  constructor(clock: Clock, name: string) {
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

  onEnd(listener: (problem: undefined) => void): Cancel {
    this.#endListeners.add(listener);
    return () => {
      this.#endListeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#end();
    if (this.other !== undefined) this.other.#end();
  }

  #deliver(bytes: Uint8Array): void {
    for (const listener of [...this.#listeners]) listener(bytes);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const listener of [...this.#endListeners]) listener(undefined);
  }
}
