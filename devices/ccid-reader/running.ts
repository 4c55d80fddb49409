import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";

/** While a card works, the host is told every so often that it does (firmware-validation.md §11, our choice). */
export const EXTENSION_PERIOD_MS = 500;

/** A command that a slot works on. */
export class RunningCommand {
  readonly slot: number;
  readonly sequence: number;
  readonly #clock: Clock;
  readonly #extend: (multiplier: number) => void;
  #cancelProcess: Cancel = () => {};
  #cancelPeriod: Cancel = () => {};

  /** `extend` tells the host to wait longer. */
  constructor(slot: number, sequence: number, clock: Clock, extend: (multiplier: number) => void) {
    this.slot = slot;
    this.sequence = sequence;
    this.#clock = clock;
    this.#extend = extend;
    this.#arm();
  }

  /** The card asked for more time: the host is told at once, and the period begins anew. */
  waits(multiplier: number): void {
    this.#cancelPeriod();
    this.#extend(multiplier);
    this.#arm();
  }

  /** How to abandon the work; known once it began. */
  set process(cancel: Cancel) {
    this.#cancelProcess = cancel;
  }

  /** Done: nothing more is told of it. */
  finish(): void {
    this.#cancelPeriod();
  }

  /** Broken off. */
  abandon(): void {
    this.finish();
    this.#cancelProcess();
  }

  #arm(): void {
    this.#cancelPeriod = this.#clock.after(EXTENSION_PERIOD_MS, () => {
      this.#extend(1);
      this.#arm();
    });
  }
}
