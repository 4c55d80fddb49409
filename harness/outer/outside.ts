import type { VirtualClock } from "../../simulator/kernel/clock.ts";
import { Defect, ensure } from "../../simulator/kernel/errors.ts";
import type { Process, Settled } from "../../simulator/kernel/process.ts";
import { runWhenStill } from "../run-when-still.ts";

/** A world that makes more events than this for one check-in turns in a circle. */
const MAX_EVENTS = 1_000_000;

/**
 * What a world on virtual time asks of the world outside. While a question is under way the world stands still, however
 * long the wall's time goes on; otherwise its time jumps. Every question must end by itself.
 */
export class Outside {
  #underWay = 0;
  #goOn: (() => void) | undefined;
  #stopped: { readonly reason: unknown } | undefined;

  /** Asks, and goes on with the answer at the instant of the question. */
  *ask<T>(question: () => Promise<T>): Process<T> {
    let settled: Settled<T> | undefined;
    yield (resume) => {
      this.#underWay++;
      const settle = (outcome: Settled<T>): void => {
        settled = outcome;
        this.#underWay--;
        resume();
        this.#goOn?.();
      };
      question().then(
        (value) => settle({ value }),
        (error: unknown) => settle({ error }),
      );
      return () => {};
    };
    ensure(settled !== undefined, "a question went on before it was answered");
    if ("error" in settled) throw settled.error;
    return settled.value;
  }

  /** Ends {@link run} with a reason, and leaves whoever waits waiting. */
  *stop(reason: unknown): Process<never> {
    this.#stopped ??= { reason };
    yield () => () => {};
    throw new Defect("a world went on after it was stopped");
  }

  /** Runs the world until nothing waits and nothing is under way; throws what it was stopped with. */
  run(clock: VirtualClock): Promise<void> {
    return runWhenStill(clock, MAX_EVENTS, () => {
      if (this.#stopped !== undefined) throw this.#stopped.reason;
      return this.#underWay > 0 ? this.#answer() : undefined;
    });
  }

  #answer(): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn = () => {
        this.#goOn = undefined;
        resolve();
      };
    });
  }
}
