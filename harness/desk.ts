import { z } from "zod";
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

const text = z.string().max(200);
const person = z.object({ name: text, kana: text, birthdate: text, sex: text });
const keys = z.object({
  insurerNumber: text,
  symbol: text.optional(),
  number: text,
  branch: text.optional(),
  birthdate: text,
});
const proof = z.enum(["none", "certificate", "card-and-notice", "declaration", "old-card"]);
const alert = z.enum([
  "identity-difference",
  "insurance-lost",
  "newer-insurance-exists",
  "not-found",
  "several-found",
  "no-answer",
  "request-refused",
  "centre-error",
  "unreadable-file",
  "insurance-changed",
  "consent-expired",
  "notice",
]);

const act = z.discriminatedUnion("act", [
  z.object({ act: z.literal("asked"), visit: text, file: text }),
  z.object({
    act: z.literal("imported"),
    visit: text,
    chart: text,
    file: text,
    items: z.record(text, z.string().max(1_000)),
  }),
  z.object({
    act: z.literal("refused"),
    file: text,
    reason: z.enum(["unreadable", "other-day", "duplicate", "nobody-waits", "other-person"]),
    visit: text.optional(),
  }),
  z.object({ act: z.literal("alerted"), alert, visit: text.optional(), file: text.optional() }),
  z.object({
    act: z.literal("settled"),
    visit: text,
    standing: z.enum(["confirmed", "provisional", "unconfirmed", "refused"]),
    basis: z.union([z.literal("online"), proof]),
    recheck: z.boolean(),
  }),
  z.object({ act: z.literal("drugs"), visit: text, shown: z.boolean(), file: text.optional() }),
  z.object({ act: z.literal("erased"), visit: text }),
  z.object({
    act: z.literal("holdings"),
    people: z
      .array(
        z.object({
          chart: text,
          name: text,
          birthdate: text,
          insurerNumber: text.optional(),
          insuredNumber: text.optional(),
          billable: z.boolean(),
        }),
      )
      .max(10_000),
  }),
]);

const report = z.union([
  z.object({ task: z.int(), scenario: text, finished: z.literal(true) }),
  z.object({ task: z.int(), scenario: text, act }),
]);

const task = z.object({
  task: z.int(),
  scenario: text,
  facility: text,
  atMs: z.int(),
  step: z.discriminatedUnion("do", [
    z.object({ do: z.literal("begin") }),
    z.object({ do: z.literal("know"), chart: text, person, insurance: keys.optional() }),
    z.object({ do: z.literal("receive"), visit: text, chart: text.optional(), person }),
    z.object({ do: z.literal("inquire"), visit: text, keys, limitConsent: z.boolean() }),
    z.object({ do: z.literal("settle"), visit: text, proof }),
    z.object({ do: z.literal("recheck") }),
    z.object({ do: z.literal("view-drugs"), visit: text }),
    z.object({ do: z.literal("erase"), visit: text }),
    z.object({ do: z.literal("list-holdings") }),
  ]),
});

/** Reads a report from the desk; the text of the refusal names the field. */
export function readDeskReport(content: string): DeskReport | { readonly problem: string } {
  return read(report, content) as DeskReport | { readonly problem: string };
}

/** Reads a task from the desk. */
export function readDeskTask(content: string): DeskTask | { readonly problem: string } {
  return read(task, content) as DeskTask | { readonly problem: string };
}

function read<T>(shape: z.ZodType<T>, content: string): T | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { problem: "the file is not JSON" };
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}` };
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
