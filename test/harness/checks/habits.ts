import { Director } from "../../../harness/director.ts";
import { judge } from "../../../harness/judge.ts";
import { Run } from "../../../harness/run.ts";
import type { ScenarioRecord } from "../../../harness/run-record.ts";
import type { Scenario } from "../../../harness/scenario.ts";
import { type Decisions, referenceDecisions } from "../../../harness/subjects/decisions.ts";
import { ReceiptSystem } from "../../../harness/subjects/receipt-system.ts";
import type { Subject, SubjectAct } from "../../../harness/subjects/subject.ts";
import { worldFolders } from "../../../harness/subjects/world-folders.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { picturesFor } from "../runs.ts";

/** In what a receipt system differs from the reference, right or wrong. */
export interface Habits {
  readonly decisions?: Partial<Decisions>;
  /** What is told in place of an act. */
  readonly tells?: (act: SubjectAct) => readonly SubjectAct[];
  /** The same system, driven otherwise. */
  readonly driven?: (system: Subject) => Subject;
}

/** Runs and judges a scenario with a receipt system of such habits. */
export async function judgedWith(scenario: Scenario, habits: Habits): Promise<ScenarioRecord> {
  const { decisions, tells = (act) => [act], driven = (system) => system } = habits;
  const { seed } = scenario;
  const run = new Run({ scenario, seed, pictures: await picturesFor(scenario, seed) }, "habits", "simulate");
  const { world } = run;
  const folders = worldFolders(world.folders, (folder, name, bytes, change) =>
    run.strandFor(name).note("exchange.file", { folder, name, bytes, change }),
  );
  const system = new ReceiptSystem({
    folders,
    clock: world.clock,
    facility: world.facility.code,
    decisions: { ...referenceDecisions, ...decisions },
    tell: (act) => {
      for (const told of tells(act)) run.tell(told);
    },
  });
  start(new Director(scenario, world, driven(system), (seq) => run.stepped(seq)).run(), (outcome) => {
    if ("error" in outcome) throw outcome.error;
    run.finished = true;
  });
  world.clock.runUntilIdle();
  return judge(scenario, run.conclude());
}

/** What a check of the scenario's plan found, in a word. */
export function verdictOf({ checks }: ScenarioRecord, id: string): string | undefined {
  return checks.find((check) => check.id === id)?.finding.verdict;
}
