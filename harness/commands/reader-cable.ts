import type { Transport } from "../../devices/transports/transport.ts";
import type { Cancel } from "../../simulator/kernel/clock.ts";

/**
 * The socket of a reader into which one host after another plugs its cable. What the reader says while none is plugged in
 * is lost, and its cards stay as they are.
 */
export class Cable implements Transport {
  readonly name: string;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #line: Transport | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** A host plugged in; it is the only one until its line ends. */
  plug(line: Transport): void {
    this.#line = line;
    line.onBytes((bytes) => {
      for (const listener of this.#listeners) listener(bytes);
    });
    line.onEnd(() => {
      if (this.#line === line) this.#line = undefined;
    });
  }

  send(bytes: Uint8Array): void {
    this.#line?.send(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): Cancel {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** A host that goes is no end: the next one may come. */
  onEnd(): Cancel {
    return () => {};
  }

  async close(): Promise<void> {
    await this.#line?.close();
  }
}
