import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Observer } from "../../simulator/kernel/pco.ts";
import { RuleBroken } from "./rule-broken.ts";
import type { WireLine } from "./wire.ts";

/** Where a check's bytes and steps are written down, and how it says that its clause is broken. */
export class Evidence {
  readonly #clock: Clock;
  readonly #observe: Observer;
  #check = "";
  #clause = "";
  #step = "";
  #last = 0;
  #begun: number[] = [];

  constructor(clock: Clock, observe: Observer) {
    this.#clock = clock;
    this.#observe = observe;
  }

  /** A check begins: what follows belongs to it. */
  begin(check: string, clause: string): void {
    this.#check = check;
    this.#clause = clause;
    this.#begun = [];
    this.step("begin");
  }

  /** Names what is being done, so that a hang can be told by it. */
  step(step: string): void {
    this.#step = step;
    this.#note("check.step", { check: this.#check, step });
  }

  /** The step the check is in. */
  get currentStep(): string {
    return this.#step;
  }

  /** Numbers of the crossings that belong to the check, its last ones. */
  get shown(): readonly number[] {
    return this.#begun.slice(-MOST_SHOWN);
  }

  /** Bytes went over a line. */
  bytes(line: WireLine, from: "harness" | "reader", bytes: Uint8Array): number {
    return this.#note("reader.bytes", { line, from, bytes });
  }

  /** The clause is broken: thrown by whoever saw it. */
  broken(observed: Bilingual, seq?: number): RuleBroken {
    return new RuleBroken(this.#clause, observed, seq ?? this.#last);
  }

  #note(pco: "check.step" | "reader.bytes", message: object): number {
    const { nowMs: atMs } = this.#clock;
    this.#last = this.#observe({ atMs, pco, message, cause: undefined, fate: "passed", by: [] } as never);
    this.#begun.push(this.#last);
    return this.#last;
  }
}

/** A report shows the end of a check; the trace has all of it. */
const MOST_SHOWN = 12;
