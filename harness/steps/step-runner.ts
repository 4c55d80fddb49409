import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { KeptStep } from "../director.ts";
import type { SingleStep, Steps } from "../scenario.ts";
import type { Subject } from "../subjects/subject.ts";
import type { World } from "../world.ts";

/** What a step is carried out with. */
export interface Stage {
  readonly world: World;
  readonly subject: Subject;
  /** Goes on from the crossing of the step itself. */
  readonly strand: Strand;
}

/** A step of one kind as the scenario writes it. */
export type StepOf<K extends keyof Steps> = { readonly step: K } & Steps[K];

/** Carries out steps of one kind. */
export interface StepRunner<K extends keyof Steps> {
  readonly step: K;
  /** What reports call it. */
  readonly title: Bilingual;
  run(step: StepOf<K>, stage: Stage): Process<void>;
  /** What the trace keeps of the step besides its name, visit and persona. */
  keeps?(step: StepOf<K>, world: World): Partial<KeptStep>;
}

/** A runner whatever its step. */
export interface AnyStepRunner {
  readonly step: keyof Steps;
  readonly title: Bilingual;
  run(step: SingleStep, stage: Stage): Process<void>;
  keeps?(step: SingleStep, world: World): Partial<KeptStep>;
}

/** Closes a runner over its kind of step; the director hands it none of another kind. */
export function stepRunner<K extends keyof Steps>(runner: StepRunner<K>): AnyStepRunner {
  const { step, title, run, keeps } = runner;
  return {
    step,
    title,
    run: (given, stage) => run(given as StepOf<K>, stage),
    ...(keeps === undefined ? {} : { keeps: (given: SingleStep, world: World) => keeps(given as StepOf<K>, world) }),
  };
}
