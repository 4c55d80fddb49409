import { VirtualClock } from "../../simulator/kernel/clock.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";

/** A character of 8 bits, start and two stop bits at 115,200 bit/s (firmware-validation.md §2), microseconds. */
const CHARACTER_US = 95;
/** Now and then nobody says anything for longer than any gap between two characters. */
const SILENCE = { parts: 1, of: 16 } as const;
const SILENCE_MS = 2_000;
/** What one piece may set off; more is a world that turns in a circle. */
const MAX_EVENTS = 100_000;

/** Virtual time that goes by as bytes come over a line: a machine that waits without end is caught by its events. */
export class VirtualLine {
  readonly clock = new VirtualClock(0);
  readonly #rng: Rng;
  #leftUs = 0;

  constructor(rng: Rng) {
    this.#rng = rng;
  }

  /** The time these bytes took, and now and then a silence behind them. */
  passFor(bytes: Uint8Array): void {
    const us = this.#leftUs + bytes.length * CHARACTER_US;
    this.#leftUs = us % 1_000;
    const silenceMs = this.#rng.chance(SILENCE) ? this.#rng.below(SILENCE_MS) : 0;
    this.pass(Math.floor(us / 1_000) + silenceMs);
  }

  /** So much time, with everything that is due in it. */
  pass(ms: number): void {
    const { clock } = this;
    const endMs = clock.nowMs + ms;
    for (let events = 0; (clock.nextAtMs ?? Number.POSITIVE_INFINITY) <= endMs; events++) {
      if (events > MAX_EVENTS) throw new Error(`more than ${MAX_EVENTS} events in ${ms} ms: it turns in a circle`);
      clock.runNext();
    }
    clock.advanceTo(endMs);
  }
}
