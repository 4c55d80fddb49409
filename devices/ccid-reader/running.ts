import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";

/** A command that a slot works on. */
export class RunningCommand {
  readonly slot: number;
  readonly sequence: number;
  readonly #clock: Clock;
  readonly #extend: (multiplier: number) => void;
  readonly #periodMs: number | undefined;
  #cancelProcess: Cancel = () => {};
  #cancelPeriod: Cancel = () => {};

  /** `extend` tells the host to wait longer: every `periodMs`, or where undefined only when the card asks. */
  constructor(
    slot: number,
    sequence: number,
    clock: Clock,
    periodMs: number | undefined,
    extend: (multiplier: number) => void,
  ) {
    this.slot = slot;
    this.sequence = sequence;
    this.#clock = clock;
    this.#periodMs = periodMs;
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
    if (this.#periodMs === undefined) return;
    this.#cancelPeriod = this.#clock.after(this.#periodMs, () => {
      this.#extend(1);
      this.#arm();
    });
  }
}
