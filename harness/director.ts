import { ensure, MisuseError } from "../simulator/kernel/errors.ts";
import { all, type Process, sleep } from "../simulator/kernel/process.ts";
import { insuranceNumbers } from "../simulator/population/insurance-numbers.ts";
import { armFault } from "./faults.ts";
import { PAIRED_READER, ReaderStand } from "./reader-stand.ts";
import type { Scenario, SingleStep, Step } from "./scenario.ts";
import type { Actor } from "./stage.ts";
import { runnerOf } from "./steps/index.ts";
import type { AnyStepRunner, Stage } from "./steps/step-runner.ts";
import type { ChartPerson, InquiryKeys, Subject } from "./subjects/subject.ts";
import { FIRST_READER, type World } from "./world.ts";

/**
 * A step as evidence: what was meant to happen, and whom it concerns, so that checks need no second source. Files of
 * `harness/steps/` add what theirs keep.
 */
export interface KeptStep {
  readonly step: SingleStep["step"];
  readonly visit?: string;
  readonly persona?: string;
  /** Who really stands at the counter. */
  readonly person?: ChartPerson;
  readonly keys?: InquiryKeys;
  readonly fault?: string;
  readonly proof?: string;
  /** Why printed data are billed in place of the online ones. */
  readonly reason?: string;
  /** A number the clerk typed, of what kind, and whether length and check digit are right. */
  readonly typed?: { readonly kind: string; readonly digits: string; readonly right: boolean };
  readonly chart?: string;
  readonly ms?: number;
  /** At a general reader paired with a face reader. */
  readonly paired?: true;
  /** How many of the first passcodes the staff type are wrong: the digits themselves are not in the trace. */
  readonly wrongPasscodes?: number;
  /** What the reader's own clock is ahead of the world's, ms. */
  readonly readerClockOffMs?: number;
  /** What is before the camera, where it is not an ordinary day; `scripted` where scores stand in for pictures. */
  readonly face?: string;
}

declare module "../simulator/kernel/pco.ts" {
  interface Pcos {
    /** From the scenario to the counter: observed only. */
    "scenario.step": { readonly live: KeptStep; readonly kept: KeptStep };
  }
}

/** A repeated step is repeated no more often than this. */
const MOST_TIMES = 10_000;
/** Time between two steps: people walk and talk. */
const BETWEEN_MS = 2_000;

/** Carries out a scenario: patients at readers, clerks at the receipt system, faults armed and repaired. */
export class Director {
  readonly #scenario: Scenario;
  readonly #world: World;
  readonly #subject: Subject;
  readonly #tellStep: (seq: number) => void;
  readonly #armed = new Map<string, () => void>();
  readonly #readers = new Map<string, ReaderStand>();

  constructor(scenario: Scenario, world: World, subject: Subject, tellStep: (seq: number) => void) {
    this.#scenario = scenario;
    this.#world = world;
    this.#subject = subject;
    this.#tellStep = tellStep;
  }

  /** The wait the scenario is in, so that a live run may leap over its middle; undefined while anything else goes on. */
  waiting: { readonly sinceMs: number; readonly untilMs: number } | undefined;
  /** True once the first step was taken. */
  began = false;

  *run(): Process<void> {
    this.began = true;
    for (const { fault, params } of this.#scenario.faults) this.#arm(fault, params);
    yield* this.#steps(this.#scenario.steps);
  }

  *#steps(steps: readonly Step[]): Process<void> {
    for (const step of steps) {
      yield* this.#step(step);
      yield* sleep(this.#world.clock, BETWEEN_MS);
    }
  }

  *#step(step: Step): Process<void> {
    if (step.step === "together") {
      yield* all(step.steps.map((one) => this.#step(one)));
      return;
    }
    if (step.step === "repeat") {
      if (step.times > MOST_TIMES) throw new MisuseError("times", `a step is repeated ${MOST_TIMES} times at most`);
      for (let time = 0; time < step.times; time++) yield* this.#steps(step.steps);
      return;
    }
    const strand = this.#world.board.strand();
    this.#tellStep(strand.note("scenario.step", this.#kept(step)));
    switch (step.step) {
      case "wait":
        return yield* this.#wait(step.ms);
      case "arm":
        return this.#arm(step.armed.fault, step.armed.params);
      case "repair":
        return this.#armed.get(step.fault)?.();
      case "check-in":
        yield* this.#readerAt(step.reader ?? FIRST_READER).checkIn(step, strand);
        return;
      default:
        return yield* this.#counter(step, { world: this.#world, subject: this.#subject, strand });
    }
  }

  /** What the clerk does at the receipt system, and what happens beyond the counter. */
  *#counter(
    step: Exclude<SingleStep, { readonly step: "wait" | "arm" | "repair" | "check-in" }>,
    stage: Stage,
  ): Process<void> {
    const subject = this.#subject;
    switch (step.step) {
      case "known": {
        const actor = this.#world.actor(step.persona);
        const insurance = keysOf(actor, step.insuredAs ?? "latest");
        return yield* subject.act({ do: "know", chart: step.chart, person: chartPerson(actor), insurance });
      }
      case "reception": {
        const person = chartPerson(this.#world.actor(step.persona));
        const { visit, chart } = step;
        return yield* subject.act({ do: "receive", visit, person, ...(chart === undefined ? {} : { chart }) });
      }
      case "inquiry": {
        const { visit, limitConsent = false } = step;
        return yield* subject.act({ do: "inquire", visit, keys: this.#inquiryKeys(step), limitConsent });
      }
      case "settle":
        return yield* subject.act({ do: "settle", visit: step.visit, proof: step.proof });
      case "recheck":
        return yield* subject.act({ do: "recheck" });
      case "erase":
        return yield* subject.act({ do: "erase", visit: step.visit });
      case "list-holdings":
        return yield* subject.act({ do: "list-holdings" });
      default:
        return yield* runnerFor(step).run(step, stage);
    }
  }

  #readerAt(reader: string): ReaderStand {
    const stand = this.#readers.get(reader) ?? new ReaderStand(reader, this.#world);
    this.#readers.set(reader, stand);
    return stand;
  }

  *#wait(ms: number): Process<void> {
    const { clock } = this.#world;
    this.waiting = { sinceMs: clock.nowMs, untilMs: clock.nowMs + ms };
    yield* sleep(clock, ms);
    this.waiting = undefined;
  }

  #arm(fault: Parameters<typeof armFault>[0], params: Parameters<typeof armFault>[1]): void {
    this.#armed.set(fault, armFault(fault, params, this.#world));
  }

  #inquiryKeys(step: Extract<Step, { readonly step: "inquiry" }>): InquiryKeys {
    const keys = keysOf(this.#world.actor(step.persona), step.insuredAs ?? "latest");
    if (step.withoutBranch === true) {
      const { branch: _left, ...rest } = keys;
      return rest;
    }
    return step.mistype === true ? { ...keys, number: mistyped(keys.number) } : keys;
  }

  #kept(step: SingleStep): KeptStep {
    const actor = "persona" in step ? this.#world.actor(step.persona) : undefined;
    return {
      step: step.step,
      ...("visit" in step ? { visit: step.visit } : {}),
      ...(actor === undefined ? {} : { persona: actor.id, person: chartPerson(actor) }),
      ...(step.step === "inquiry" ? { keys: this.#inquiryKeys(step) } : {}),
      ...(step.step === "known" && actor !== undefined ? { keys: keysOf(actor, step.insuredAs ?? "latest") } : {}),
      ...(step.step === "arm" ? { fault: step.armed.fault } : {}),
      ...(step.step === "repair" ? { fault: step.fault } : {}),
      ...(step.step === "settle" ? { proof: step.proof } : {}),
      ...("chart" in step && step.chart !== undefined ? { chart: step.chart } : {}),
      ...(step.step === "wait" ? { ms: step.ms } : {}),
      ...(step.step === "check-in" ? keptCheckIn(step) : {}),
      ...runnerOf(step.step)?.keeps?.(step, this.#world),
    };
  }
}

function runnerFor({ step }: SingleStep): AnyStepRunner {
  const runner = runnerOf(step);
  ensure(runner !== undefined, `nobody carries out the step ${step}: add its line to harness/steps/index.ts`);
  return runner;
}

/** What a check needs to know of a check-in and no other crossing tells. */
function keptCheckIn(step: Extract<Step, { readonly step: "check-in" }>): Partial<KeptStep> {
  const { reader, wrongPasscodes, readerClockOffMs, faceScores } = step;
  const face = faceScores === undefined ? step.face : "scripted";
  return {
    ...(reader === PAIRED_READER ? { paired: true } : {}),
    ...(wrongPasscodes === undefined ? {} : { wrongPasscodes }),
    ...(readerClockOffMs === undefined ? {} : { readerClockOffMs }),
    ...(face === undefined ? {} : { face }),
  };
}

/** A person as the questionnaire or the chart has them. */
export function chartPerson({ person }: Actor): ChartPerson {
  const { name, kana, birthdate, sex } = person;
  return { name, kana, birthdate, sex };
}

/** The keys on a certificate: the one carried from before, or the latest the centre knows. */
function keysOf({ person, carried }: Actor, which: "latest" | "former"): InquiryKeys {
  const row = which === "former" ? carried : (person.eligibilities.at(-1) ?? carried);
  return { ...insuranceNumbers(row), birthdate: person.birthdate };
}

/** The last digit one up: a slip of the finger. Insured numbers of employers carry no check digit. */
function mistyped(number: string): string {
  return `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`;
}
