import TinyQueue from "tinyqueue";
import { ensure } from "./errors.ts";

/** Takes a timer or a listener back; calling it twice does nothing more. */
export type Cancel = () => void;

/** Time as a part of the world sees it. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Clock {
  readonly nowMs: number;
  /** Runs `run` once, `delayMs` from now (0 = after what is already due). */
  after(delayMs: number, run: () => void): Cancel;
  /** Like {@link after}, but nobody waits for it: a world that has nothing else to do does not go on for its sake. */
  inPassing(delayMs: number, run: () => void): Cancel;
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

const inOrder = (a: Timer, b: Timer): number => a.atMs - b.atMs || a.sequence - b.sequence;

/**
 * The one clock of a world. Events run in order of (instant, sequence): equal instants keep the order in which they
 * were asked for, so a run is the same every time (architecture.md §7.1). Nothing moves unless it is driven.
 */
export class VirtualClock implements Clock {
  #nowMs: number;
  #sequence = 0;
  #live = 0;
  readonly #queue = new TinyQueue<Timer>([], inOrder);
  readonly #passing = new TinyQueue<Timer>([], inOrder);

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

  inPassing(delayMs: number, run: () => void): Cancel {
    ensure(Number.isSafeInteger(delayMs) && delayMs >= 0, `a delay is a whole number of milliseconds, not ${delayMs}`);
    ensure(this.#passing.length < MAX_PENDING, "too many timers wait: something arms them without end");
    const timer: Timer = { atMs: this.#nowMs + delayMs, sequence: this.#sequence++, run };
    this.#passing.push(timer);
    return () => {
      timer.run = undefined;
    };
  }

  skewed(offsetMs: number): Clock {
    return new SkewedClock(this, offsetMs);
  }

  /** Instant of the next event, or undefined when none waits. */
  get nextAtMs(): number | undefined {
    return headOf(this.#queue)?.atMs;
  }

  /** Runs the next event; false when none waits. */
  runNext(): boolean {
    return headOf(this.#queue) === undefined ? false : this.#runEarliest(Number.POSITIVE_INFINITY);
  }

  /** Runs everything due up to and including `atMs` and leaves the clock there. Going back is a defect. */
  advanceTo(atMs: number): void {
    ensure(atMs >= this.#nowMs, "time does not run backwards");
    while (this.#runEarliest(atMs));
    this.#nowMs = atMs;
  }

  #runEarliest(latestMs: number): boolean {
    const waited = headOf(this.#queue);
    const passing = headOf(this.#passing);
    const first = waited === undefined || (passing !== undefined && inOrder(passing, waited) < 0) ? passing : waited;
    if (first?.run === undefined || first.atMs > latestMs) return false;
    if (first === waited) this.#live--;
    (first === waited ? this.#queue : this.#passing).pop();
    const { run } = first;
    first.run = undefined;
    this.#nowMs = first.atMs;
    run();
    return true;
  }

  /** Runs until nothing waits. `maxEvents` bounds a world that never comes to rest. */
  runUntilIdle(maxEvents = 10_000_000): void {
    let left = maxEvents;
    while (this.runNext()) ensure(--left > 0, `the world did not come to rest within ${maxEvents} events`);
  }
}

/** The first timer of a queue that was not taken back. */
function headOf(queue: TinyQueue<Timer>): Timer | undefined {
  for (let head = queue.peek(); head !== undefined; head = queue.peek()) {
    if (head.run !== undefined) return head;
    queue.pop();
  }
  return undefined;
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

  inPassing(delayMs: number, run: () => void): Cancel {
    return this.#base.inPassing(delayMs, run);
  }

  skewed(offsetMs: number): Clock {
    return new SkewedClock(this.#base, this.#offsetMs + offsetMs);
  }
}
