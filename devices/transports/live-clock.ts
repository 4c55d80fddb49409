import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { WallClock } from "./wall-clock.ts";

/**
 * The wall's time as a clock of the world, for cards that real programs talk to: there is nothing to simulate around
 * them, so nobody has to drive it. Not for scenarios, which must repeat.
 */
export class LiveClock implements Clock {
  readonly #wall: WallClock;
  readonly #epochMs: number;
  readonly #startedMs: number;

  /** `epochMs` is now, ms since 1970; from then on `wall` tells how time goes by. */
  constructor(epochMs: number, wall: WallClock) {
    this.#wall = wall;
    this.#epochMs = epochMs;
    this.#startedMs = wall();
  }

  get nowMs(): number {
    return this.#epochMs + Math.floor(this.#wall() - this.#startedMs);
  }

  after(delayMs: number, run: () => void): Cancel {
    ensure(Number.isSafeInteger(delayMs) && delayMs >= 0, `a delay is a whole number of milliseconds, not ${delayMs}`);
    if (delayMs === 0) {
      const turn = setImmediate(run); // a timeout of 0 is one of a whole millisecond
      return () => clearImmediate(turn);
    }
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  }

  /** The wall goes on by itself; only a process that has nothing else to do must be able to end. */
  inPassing(delayMs: number, run: () => void): Cancel {
    const timer = setTimeout(run, delayMs).unref();
    return () => clearTimeout(timer);
  }

  skewed(offsetMs: number): Clock {
    return new LiveClock(this.nowMs + offsetMs, this.#wall);
  }
}
