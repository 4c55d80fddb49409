import type { Cancel, Clock } from "./clock.ts";
import { ensure } from "./errors.ts";

/** A reason to pause: it is given the function that lets the process go on, and returns how to stop waiting. */
export type Wait = (resume: () => void) => Cancel;

/**
 * Straight-line code of the world. `yield*` hands a wait to whoever can end it; nothing is awaited, so the order of
 * events is the clock's and not the microtask queue's (architecture.md §7.2).
 */
export type Process<T> = Generator<Wait, T, void>;

/** How a process ended. */
export type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** Runs a process until its first wait, then whenever its waits end. The returned function abandons it. */
export function start<T>(process: Process<T>, settle: (outcome: Settled<T>) => void): Cancel {
  let cancelWait: Cancel | undefined;
  let over = false;
  let running = false;
  let resumed = false;

  const finish = (outcome: Settled<T>): void => {
    over = true;
    settle(outcome);
  };
  const step = (): void => {
    if (over) return;
    resumed = true;
    if (running) return; // resumed from inside its own wait: the loop below goes on, the stack does not grow
    running = true;
    try {
      while (resumed && !over) {
        resumed = false;
        const next = process.next();
        if (next.done === true) return finish({ value: next.value });
        let used = false;
        cancelWait = next.value(() => {
          if (used) return;
          used = true;
          step();
        });
      }
    } catch (error) {
      finish({ error });
    } finally {
      running = false;
    }
  };
  step();
  return () => {
    if (over) return;
    over = true;
    cancelWait?.();
    process.return(undefined as T);
  };
}

/** Waits for `delayMs` of the clock's time. */
export function* sleep(clock: Clock, delayMs: number): Process<void> {
  yield (resume) => clock.after(delayMs, resume);
}

const NO_WAITS: readonly Wait[] = [];

/** A process that is over at once: for whoever need not wait where others have to. */
export function* ready<T>(value: T): Process<T> {
  yield* NO_WAITS;
  return value;
}

/** Runs processes side by side and returns their results in the order given; the first error ends the wait. */
export function* all<T>(processes: readonly Process<T>[]): Process<T[]> {
  const results: Settled<T>[] = [];
  let left = processes.length;
  let wake: (() => void) | undefined;
  for (const [index, process] of processes.entries()) {
    start(process, (outcome) => {
      results[index] = outcome;
      left = "error" in outcome ? 0 : left - 1;
      if (left === 0) wake?.();
    });
  }
  if (left > 0) {
    yield (resume) => {
      wake = resume;
      return () => {
        wake = undefined;
      };
    };
  }
  return results.map((outcome) => {
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  });
}

/** A bounded queue between processes. */
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #capacity: number;
  #wake: (() => void) | undefined;

  constructor(capacity = 10_000) {
    this.#capacity = capacity;
  }

  put(item: T): void {
    ensure(this.#items.length < this.#capacity, `a mailbox overflowed at ${this.#capacity} items`);
    this.#items.push(item);
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }

  /** The next item, or undefined when `timeoutMs` passes first. One process at a time may wait. */
  *take(clock: Clock, timeoutMs?: number): Process<T | undefined> {
    if (this.#items.length === 0) {
      yield (resume) => {
        const stop = (): void => {
          this.#wake = undefined;
          cancelTimer?.();
        };
        const wake = (): void => {
          stop(); // a timer left behind would keep the world from coming to rest
          resume();
        };
        const cancelTimer = timeoutMs === undefined ? undefined : clock.after(timeoutMs, wake);
        this.#wake = wake;
        return stop;
      };
    }
    return this.#items.shift();
  }
}

/** The result of a process, or undefined when `timeoutMs` passes first; then the process is abandoned. */
export function* withDeadline<T>(clock: Clock, process: Process<T>, timeoutMs: number): Process<T | undefined> {
  const box = new Mailbox<Settled<T>>(1);
  const abandon = start(process, (outcome) => box.put(outcome));
  const outcome = yield* box.take(clock, timeoutMs);
  if (outcome === undefined) {
    abandon();
    return undefined;
  }
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}
