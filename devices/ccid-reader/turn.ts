import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";

/** Lets one process at a time at something: those that come later wait in the order they came. */
export class Turn {
  readonly #clock: Clock;
  readonly #queue: Mailbox<void>[] = [];
  #isTaken = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True while somebody has the turn. */
  get isTaken(): boolean {
    return this.#isTaken;
  }

  /** Runs a process when its turn comes; the turn ends with it, however it ends. */
  *take<T>(process: () => Process<T>): Process<T> {
    if (this.#isTaken) yield* this.#wait();
    this.#isTaken = true;
    try {
      return yield* process();
    } finally {
      this.#isTaken = false;
      this.#queue.shift()?.put();
    }
  }

  /** In the queue until the turn comes; who is abandoned there leaves it. */
  *#wait(): Process<void> {
    const box = new Mailbox<void>(1);
    this.#queue.push(box);
    try {
      yield* box.take(this.#clock);
    } finally {
      const at = this.#queue.indexOf(box);
      if (at >= 0) this.#queue.splice(at, 1);
    }
  }
}
