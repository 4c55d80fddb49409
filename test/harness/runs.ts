import { scenarioByName, subjectByName } from "../../harness/catalogue.ts";
import type { TraceRef } from "../../harness/check.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import { type FaultId, faults } from "../../harness/faults.ts";
import { judge } from "../../harness/judge.ts";
import type { Pictures } from "../../harness/pictures.ts";
import { type ScenarioRun, simulate } from "../../harness/run.ts";
import type { ScenarioRecord } from "../../harness/run-record.ts";
import type { ArmedFault, Scenario } from "../../harness/scenario.ts";

const pictures = new Map<string, Promise<Pictures>>();

/** The pictures of a scenario, drawn once for all files of a worker; stories told under one id differ in their steps. */
export function picturesFor(scenario: Scenario, seed: number): Promise<Pictures> {
  const { id, policyDate, steps } = scenario;
  const key = JSON.stringify([id, seed, policyDate, steps]);
  const known = pictures.get(key) ?? preparePictures(scenario, seed);
  pictures.set(key, known);
  return known;
}

/** Runs a scenario in virtual time against a receipt system of ours. */
export async function run(scenario: Scenario, subject = "reference", seed = scenario.seed): Promise<ScenarioRun> {
  return simulate({ scenario, seed, pictures: await picturesFor(scenario, seed) }, subjectByName(subject));
}

const kept = new Map<string, Promise<ScenarioRun>>();

/** {@link run}, once for all files of a worker: a run is the same every time, as determinism.test.ts proves. */
export function keptRun(scenario: Scenario, subject = "reference"): Promise<ScenarioRun> {
  const key = JSON.stringify([subject, scenario]);
  const found = kept.get(key) ?? run(scenario, subject);
  kept.set(key, found);
  return found;
}

/** Runs and judges. */
export async function judged(scenario: Scenario, subject = "reference"): Promise<ScenarioRecord> {
  return judge(scenario, await keptRun(scenario, subject));
}

/** The run a reference names: `C56`, `C56@broken/takes-next-file`, `C79+personal-number-in-file`. */
export async function runOf(ref: TraceRef): Promise<ScenarioRun> {
  const [, id = "", extra = "", name = ""] = /^(\w+)([@+])?(.+)?$/.exec(ref) ?? [];
  const scenario = scenarioByName(id);
  if (extra === "@") return keptRun(scenario, name);
  if (extra !== "+") return keptRun(scenario);
  const fault: FaultId | undefined = faults.find((candidate) => candidate.id === name)?.id;
  if (fault === undefined) throw new RangeError(`${ref} names no fault`);
  const armed = { fault } as ArmedFault;
  return keptRun({ ...scenario, faults: [...scenario.faults, armed] });
}
