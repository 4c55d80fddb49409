import type { Trace } from "../simulator/kernel/trace.ts";
import { traceLine } from "../simulator/kernel/trace.ts";
import { subjectByName } from "./catalogue.ts";
import { inputsOf, LiveRun } from "./live-run.ts";
import type { Pictures } from "./pictures.ts";
import { type ScenarioRun, simulate } from "./run.ts";
import type { Scenario } from "./scenario.ts";

/** A run made again from its recording. */
export interface Replay extends ScenarioRun {
  /** Number of the first line of the file that differs; undefined when none does. */
  readonly firstDifference: number | undefined;
}

/** Runs a recorded trace again: the same world, the same inputs at the same instants, nothing from outside. */
export function replay(recorded: Trace, scenario: Scenario, pictures: Pictures): Replay {
  const plan = { scenario, seed: recorded.header.seed, pictures };
  const again =
    recorded.header.mode === "live"
      ? replayLive(recorded, plan)
      : simulate(plan, subjectByName(recorded.header.subject));
  return { ...again, firstDifference: firstDifference(recorded, again.trace) };
}

function replayLive(recorded: Trace, plan: Parameters<typeof simulate>[0]): ScenarioRun {
  const live = new LiveRun(plan, recorded.header.subject, () => undefined);
  for (const { atMs, input } of inputsOf(recorded)) {
    live.advanceTo(atMs);
    live.apply(input);
  }
  return live.conclude(recorded.footer.outcome !== "incomplete");
}

function firstDifference(before: Trace, after: Trace): number | undefined {
  const lines = ({ header, crossings, footer }: Trace): readonly string[] =>
    [header, ...crossings, footer].map(traceLine);
  const [old, fresh] = [lines(before), lines(after)];
  const at = old.findIndex((line, index) => line !== fresh[index]);
  return at < 0 ? undefined : at + 1;
}
