import type { Clock } from "../../simulator/kernel/clock.ts";
import type { T1Block, T1Defect, Tolerance } from "./block.ts";
import type { Edc } from "./edc.ts";
import { T1Parser } from "./parser.ts";

/** The receiving end of one side: a parser, and a clock that sees the line fall silent in the middle of a block. */
export class T1Receiver {
  readonly #clock: Clock;
  readonly #cwtMs: number;
  readonly #parser: T1Parser;
  #lastAtMs = 0;
  #watching = false;

  constructor(
    clock: Clock,
    line: { readonly cwtMs: number; readonly edc: Edc },
    deliver: (heard: T1Block | T1Defect) => void,
    tolerates?: Tolerance,
  ) {
    this.#clock = clock;
    this.#cwtMs = line.cwtMs;
    this.#parser = new T1Parser(line.edc, deliver, tolerates);
  }

  /** True while a block has begun and is not delivered. */
  get midBlock(): boolean {
    return this.#parser.midBlock;
  }

  receive(bytes: Uint8Array): void {
    this.#lastAtMs = this.#clock.nowMs;
    this.#parser.push(bytes);
    if (this.#parser.midBlock && !this.#watching) this.#watch(this.#cwtMs);
  }

  /** Forgets a block that has begun: half duplex, who sends does not listen. */
  reset(): void {
    this.#parser.reset();
  }

  /** One timer for all characters: a timer for each would fill the clock's queue. */
  #watch(delayMs: number): void {
    this.#watching = true;
    this.#clock.after(delayMs, () => {
      this.#watching = false;
      if (!this.#parser.midBlock) return;
      const quietMs = this.#clock.nowMs - this.#lastAtMs;
      if (quietMs >= this.#cwtMs) this.#parser.gap();
      else this.#watch(this.#cwtMs - quietMs);
    });
  }
}
