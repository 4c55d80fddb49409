import TinyQueue from "tinyqueue";
import { ensure } from "./errors.ts";

/** Takes a timer or a listener back; calling it twice does nothing more. */
export type Cancel = () => void;

/** Time as a part of the world sees it. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Clock {
  readonly nowMs: number;
  /** Runs `run` once, `delayMs` from now (0 = after what is already due). */
  after(delayMs: number, run: () => void): Cancel;
  /** The same time read by a part whose clock is wrong by `offsetMs`; its timers are as long as everybody's. */
  skewed(offsetMs: number): Clock;
}

interface Timer {
  readonly atMs: number;
  readonly sequence: number;
  run: (() => void) | undefined;
}

/** More timers than this mean a loop that arms timers without end, not a busy world. */
const MAX_PENDING = 1_000_000;

/**
 * The one clock of a world. Events run in order of (instant, sequence): equal instants keep the order in which they
 * were asked for, so a run is the same every time (architecture.md §7.1). Nothing moves unless it is driven.
 */
export class VirtualClock implements Clock {
  #nowMs: number;
  #sequence = 0;
  #live = 0;
  readonly #queue = new TinyQueue<Timer>([], (a, b) => a.atMs - b.atMs || a.sequence - b.sequence);

  constructor(epochMs: number) {
    ensure(Number.isSafeInteger(epochMs), "the epoch is a whole number of milliseconds");
    this.#nowMs = epochMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Timers that wait. */
  get pending(): number {
    return this.#live;
  }

  after(delayMs: number, run: () => void): Cancel {
    ensure(Number.isSafeInteger(delayMs) && delayMs >= 0, `a delay is a whole number of milliseconds, not ${delayMs}`);
    ensure(this.#live < MAX_PENDING, "too many timers wait: something arms them without end");
    const timer: Timer = { atMs: this.#nowMs + delayMs, sequence: this.#sequence++, run };
    this.#queue.push(timer);
    this.#live++;
    return () => {
      if (timer.run === undefined) return;
      timer.run = undefined;
      this.#live--;
    };
  }

  skewed(offsetMs: number): Clock {
    return new SkewedClock(this, offsetMs);
  }

  /** Instant of the next event, or undefined when none waits. */
  get nextAtMs(): number | undefined {
    this.#dropCancelled();
    return this.#queue.peek()?.atMs;
  }

  /** Runs the next event; false when none waits. */
  runNext(): boolean {
    this.#dropCancelled();
    const timer = this.#queue.pop();
    if (timer?.run === undefined) return false;
    const run = timer.run;
    timer.run = undefined;
    this.#live--;
    this.#nowMs = timer.atMs;
    run();
    return true;
  }

  /** Runs everything due up to and including `atMs` and leaves the clock there. Going back is a defect. */
  advanceTo(atMs: number): void {
    ensure(atMs >= this.#nowMs, "time does not run backwards");
    for (let next = this.nextAtMs; next !== undefined && next <= atMs; next = this.nextAtMs) this.runNext();
    this.#nowMs = atMs;
  }

  /** Runs until nothing waits. `maxEvents` bounds a world that never comes to rest. */
  runUntilIdle(maxEvents = 10_000_000): void {
    let left = maxEvents;
    while (this.runNext()) ensure(--left > 0, `the world did not come to rest within ${maxEvents} events`);
  }

  #dropCancelled(): void {
    for (let head = this.#queue.peek(); head !== undefined && head.run === undefined; head = this.#queue.peek()) {
      this.#queue.pop();
    }
  }
}

class SkewedClock implements Clock {
  readonly #base: Clock;
  readonly #offsetMs: number;

  constructor(base: Clock, offsetMs: number) {
    this.#base = base;
    this.#offsetMs = offsetMs;
  }

  get nowMs(): number {
    return this.#base.nowMs + this.#offsetMs;
  }

  after(delayMs: number, run: () => void): Cancel {
    return this.#base.after(delayMs, run);
  }

  skewed(offsetMs: number): Clock {
    return new SkewedClock(this.#base, this.#offsetMs + offsetMs);
  }
}
