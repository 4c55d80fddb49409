import type { Transport } from "../../devices/transports/transport.ts";
import type { VirtualClock } from "../../simulator/kernel/clock.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { runWhenStill } from "../run-when-still.ts";

/** When nothing of what is under way has arrived for so long, it does not arrive any more, ms of the wall. */
const LOST_AFTER_MS = 5_000;
const MAX_EVENTS = 10_000_000;

/**
 * Real lines between parts of one world on virtual time: while bytes are under way on any of them the world stands still,
 * so that a run over pseudo terminals comes to the same instants, and the same files, as one in process.
 */
export class Lockstep {
  readonly #names: string[] = [];
  #underWay = 0;
  #arrived: (() => void) | undefined;
  #broken: ConfigurationError | undefined;

  /** An end of a line, its bytes counted: both ends of each line go through here. */
  over(end: Transport): Transport {
    this.#names.push(end.name);
    const listeners = new Set<(bytes: Uint8Array) => void>();
    end.onBytes((bytes) => {
      for (const listener of [...listeners]) listener(bytes);
      this.#underWay -= bytes.length;
      this.#arrived?.();
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

  /** Runs the world until nothing waits and nothing is under way; a {@link ConfigurationError} when a line fails. */
  run(clock: VirtualClock): Promise<void> {
    return runWhenStill(clock, MAX_EVENTS, () => {
      if (this.#broken !== undefined) throw this.#broken;
      return this.#underWay > 0 ? this.#arrival() : undefined;
    });
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        const names = this.#names.join(", ");
        this.#end(
          `${this.#underWay} bytes did not arrive within ${LOST_AFTER_MS} ms`,
          `look whether these are joined, two and two: ${names}`,
        );
      }, LOST_AFTER_MS);
      this.#arrived = () => {
        clearTimeout(late);
        this.#arrived = undefined;
        resolve();
      };
    });
  }

  #end(message: string, fix: string): void {
    this.#broken ??= new ConfigurationError(message, fix);
    this.#arrived?.();
  }
}
