import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";

/** Whatever answers command APDUs: `answered` is called exactly once, with undefined when no answer comes. */
export type AnswerCommand = (command: Uint8Array, answered: (response: Uint8Array | undefined) => void) => void;

/** What a card hears of its own work. */
interface Events {
  /** The answer of the last command given; undefined: the chip is mute. */
  readonly answered: (response: Uint8Array | undefined) => void;
  /** The work goes on, and the block waiting time runs out. */
  readonly needsTime: () => void;
}

/**
 * The card's work on one command after another. A command dropped by S(RESYNCH) or S(ABORT) still runs to its end, since
 * nobody can stop it; the next one waits for that, and the old answer is thrown away.
 */
export class CardWork {
  readonly #clock: Clock;
  readonly #answer: AnswerCommand;
  readonly #needsTimeEveryMs: number;
  readonly #events: Events;
  #running = false;
  /** Counts commands given and dropped: an answer of another turn is nobody's. */
  #turn = 0;
  #waiting: Uint8Array | undefined;
  #cancelTimer: Cancel | undefined;

  constructor(clock: Clock, answer: AnswerCommand, needsTimeEveryMs: number, events: Events) {
    this.#clock = clock;
    this.#answer = answer;
    this.#needsTimeEveryMs = needsTimeEveryMs;
    this.#events = events;
  }

  /** Begins with a command. */
  begin(command: Uint8Array): void {
    this.drop();
    this.resumeTimer();
    if (this.#running) this.#waiting = command;
    else this.#run(command);
  }

  /** The answer of the command under way is not wanted any more. */
  drop(): void {
    this.#turn++;
    this.#waiting = undefined;
    this.#cancelTimer?.();
  }

  /** More time was granted: `needsTime` comes again after it. */
  resumeTimer(): void {
    this.#cancelTimer = this.#clock.after(this.#needsTimeEveryMs, this.#events.needsTime);
  }

  #run(command: Uint8Array): void {
    const turn = this.#turn;
    this.#running = true;
    this.#answer(command, (response) => {
      this.#running = false;
      if (turn === this.#turn) {
        this.#cancelTimer?.();
        this.#events.answered(response);
      } else if (this.#waiting !== undefined) {
        const next = this.#waiting;
        this.#waiting = undefined;
        this.#run(next);
      }
    });
  }
}
