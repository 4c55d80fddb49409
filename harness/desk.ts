import type { Clock } from "../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../simulator/kernel/process.ts";
import type { Subject, SubjectAct, SubjectStep } from "./subjects/subject.ts";

/**
 * The desk: how the harness drives and watches a receipt system that runs outside. The receipt system itself only sees
 * `req`, `res` and `face`; beside it an adapter (or a person) reads tasks from `desk/todo` and writes what was done to
 * `desk/acts`. The desk is ours, no part of any official interface; docs/live.md describes it.
 */
export interface DeskTask {
  /** Numbered from 1 in every scenario. */
  readonly task: number;
  readonly scenario: string;
  readonly facility: string;
  /** The instant of the simulated world: the adapter's business clock goes on from there. */
  readonly atMs: number;
  readonly step: SubjectStep | { readonly do: "begin" };
}

/** What an adapter reports: an act, or that a task is finished. */
export type DeskReport =
  | { readonly task: number; readonly scenario: string; readonly act: SubjectAct }
  | { readonly task: number; readonly scenario: string; readonly finished: true };

declare module "../simulator/kernel/pco.ts" {
  interface Pcos {
    /** From the desk: an adapter reported a task finished. */
    "desk.finished": { readonly live: { readonly task: number }; readonly kept: { readonly task: number } };
  }
}

/** How long a task may take in the simulated world before the harness goes on without it. */
const TASK_MS = 15 * 60_000;

/** A receipt system at the desk: a task goes out, the world goes on when it is reported finished. */
export class DeskSubject implements Subject {
  readonly #clock: Clock;
  readonly #post: (task: Omit<DeskTask, "scenario" | "facility">) => void;
  readonly #finished = new Map<number, Mailbox<true>>();
  #next = 1;

  constructor(clock: Clock, post: (task: Omit<DeskTask, "scenario" | "facility">) => void) {
    this.#clock = clock;
    this.#post = post;
  }

  *begin(): Process<void> {
    yield* this.#do({ do: "begin" });
  }

  *act(step: SubjectStep): Process<void> {
    yield* this.#do(step);
  }

  /** A task was reported finished. */
  finished(task: number): void {
    this.#finished.get(task)?.put(true);
  }

  *#do(step: DeskTask["step"]): Process<void> {
    const number = this.#next++;
    const box = new Mailbox<true>(16);
    this.#finished.set(number, box);
    this.#post({ task: number, atMs: this.#clock.nowMs, step });
    yield* box.take(this.#clock, TASK_MS); // without a report the checks will find nothing to prove
    this.#finished.delete(number);
  }
}
