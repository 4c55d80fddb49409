import type { Bilingual } from "../simulator/kernel/bilingual.ts";
import type { Trace } from "../simulator/kernel/trace.ts";
import { digestOf, judge } from "./judge.ts";
import { productVersion } from "./product.ts";
import type { ScenarioRun } from "./run.ts";
import type { ProfileFile, RunRecord, ScenarioRecord } from "./run-record.ts";
import type { Scenario } from "./scenario.ts";
import { worst } from "./verdict.ts";

/** What is to be run. */
export interface Planned {
  readonly scenarios: readonly Scenario[];
  /** Given on the command line; undefined lets every scenario use its own. */
  readonly seed: number | undefined;
  /** Where the scenarios have their profile from; the report names it. */
  readonly profile?: ProfileFile | undefined;
}

/** What is to be certified, and how. */
export interface CertificationPlan extends Planned {
  readonly subject: { readonly id: string; readonly title: Bilingual };
  readonly mode: RunRecord["mode"];
}

/** Runs one scenario with a seed. */
export type RunScenario = (scenario: Scenario, seed: number) => Promise<ScenarioRun>;

/**
 * Runs scenarios one after another and judges each. After every one `keep` gets the record as it stands, so that a run
 * broken off leaves what it has, marked incomplete (peers-and-pains.md §4 row 5).
 */
export async function certify(
  plan: CertificationPlan,
  run: RunScenario,
  keep: (record: RunRecord, latest: ScenarioRecord | undefined) => void,
  stopped: () => boolean,
): Promise<RunRecord> {
  const done: ScenarioRecord[] = [];
  keep(recordOf(plan, done, false), undefined);
  for (const scenario of plan.scenarios) {
    if (stopped()) return recordOf(plan, done, false);
    const outcome = await run(scenario, plan.seed ?? scenario.seed);
    const record = judge(scenario, outcome);
    done.push(record);
    keep(recordOf(plan, done, false), record);
    if (record.trace.footer.outcome === "incomplete") return recordOf(plan, done, false);
  }
  return recordOf(plan, done, true);
}

function recordOf(
  { subject, mode, profile, seed, scenarios }: CertificationPlan,
  done: readonly ScenarioRecord[],
  complete: boolean,
): RunRecord {
  const traces: readonly Trace[] = done.map(({ trace }) => trace);
  const reached = worst(done.map(({ verdict }) => verdict));
  return {
    product: `madoguchi ${productVersion}`,
    subject,
    mode,
    ...(profile === undefined ? {} : { profile }),
    seed,
    scenarios: [...done],
    planned: scenarios.length,
    // A run that is not over has not earned its verdict, unless something already failed.
    verdict: complete ? reached : reached === "pass" ? "none" : reached,
    complete,
    digest: digestOf(traces),
  };
}
