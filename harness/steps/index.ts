import type { Steps } from "../scenario.ts";
import type { AnyStepRunner } from "./step-runner.ts";

/** Kinds of steps beyond those of the director. One line a kind. */
export const stepRunners: readonly AnyStepRunner[] = [];

const runners: ReadonlyMap<keyof Steps, AnyStepRunner> = new Map(stepRunners.map((runner) => [runner.step, runner]));

/** The runner of a kind of step; undefined for those the director carries out itself. */
export function runnerOf(step: keyof Steps): AnyStepRunner | undefined {
  return runners.get(step);
}
