import type { Transport } from "../../devices/transports/transport.ts";
import type { VirtualClock } from "../../simulator/kernel/clock.ts";
import { Defect } from "../../simulator/kernel/errors.ts";
import { ConfigurationError } from "../configuration-error.ts";

/** Bytes that are under way for longer do not arrive any more, ms of the wall. */
const LOST_AFTER_MS = 5_000;
const MAX_EVENTS = 10_000_000;

/**
 * A real line between two parts of one world on virtual time: while bytes are under way the world stands still, so that a
 * run over a pseudo terminal comes to the same instants, and the same files, as one in process.
 */
export class Lockstep {
  readonly hostEnd: Transport;
  readonly readerEnd: Transport;
  #underWay = 0;
  #arrived: (() => void) | undefined;
  #broken: ConfigurationError | undefined;

  constructor(hostEnd: Transport, readerEnd: Transport) {
    this.hostEnd = this.#counted(hostEnd);
    this.readerEnd = this.#counted(readerEnd);
  }

  /** Runs the world until nothing waits and nothing is under way; a {@link ConfigurationError} when the line fails. */
  async run(clock: VirtualClock): Promise<void> {
    for (let events = 0; events < MAX_EVENTS; events++) {
      if (this.#broken !== undefined) throw this.#broken;
      if (this.#underWay > 0) await this.#arrival();
      else if (!clock.runNext()) return;
    }
    throw new Defect(`the world did not come to rest within ${MAX_EVENTS} events`);
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        const names = `${this.hostEnd.name} and ${this.readerEnd.name}`;
        this.#end(
          `${this.#underWay} bytes did not arrive within ${LOST_AFTER_MS} ms`,
          `look whether ${names} are joined`,
        );
      }, LOST_AFTER_MS);
      this.#arrived = () => {
        clearTimeout(late);
        this.#arrived = undefined;
        resolve();
      };
    });
  }

  #counted(end: Transport): Transport {
    const listeners = new Set<(bytes: Uint8Array) => void>();
    end.onBytes((bytes) => {
      for (const listener of [...listeners]) listener(bytes);
      this.#underWay -= bytes.length;
      if (this.#underWay <= 0) this.#arrived?.();
    });
    end.onEnd((problem) => {
      if (problem !== undefined) this.#end(problem.message, problem.fix);
    });
    return {
      name: end.name,
      send: (bytes) => {
        this.#underWay += bytes.length;
        end.send(bytes);
      },
      onBytes: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
      onEnd: (listener) => end.onEnd(listener),
      close: () => end.close(),
    };
  }

  #end(message: string, fix: string): void {
    this.#broken ??= new ConfigurationError(message, fix);
    this.#arrived?.();
  }
}
