import type { WallClock } from "../../devices/transports/wall-clock.ts";

/** Lets virtual time follow the wall, faster by a factor, and leap over what nobody waits for. */
export class Pace {
  readonly #wall: WallClock;
  readonly #factor: number;
  #virtualBaseMs: number;
  #wallBaseMs: number;

  constructor(epochMs: number, factor: number, wall: WallClock) {
    this.#wall = wall;
    this.#factor = factor;
    this.#virtualBaseMs = epochMs;
    this.#wallBaseMs = wall();
  }

  /** Virtual now, whole milliseconds. */
  nowMs(): number {
    return this.#virtualBaseMs + Math.floor((this.#wall() - this.#wallBaseMs) * this.#factor);
  }

  /** Goes on from a later instant at once; an earlier one changes nothing. */
  leapTo(atMs: number): void {
    if (atMs <= this.nowMs()) return;
    this.#virtualBaseMs = atMs;
    this.#wallBaseMs = this.#wall();
  }
}
