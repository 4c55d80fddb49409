import { digestOf } from "../judge.ts";
import { productVersion } from "../product.ts";
import type { JudgedCheck, RunRecord, ScenarioRecord } from "../run-record.ts";
import { worst } from "../verdict.ts";
import { firmwareChecks } from "./checks/index.ts";
import { checkSets, type FirmwareCheck } from "./firmware-check.ts";
import { type Capability, capabilitiesOf } from "./ics.ts";
import type { FirmwareSubject } from "./subject.ts";
import { SetRun } from "./suite.ts";

/** A check that does not apply, and what it would need. */
export interface NotApplicable {
  readonly check: FirmwareCheck;
  readonly missing: readonly Capability[];
}

/** The part of the test plan that applies to a reader, by its statement. */
export interface FirmwarePlan {
  readonly checks: readonly FirmwareCheck[];
  readonly notApplicable: readonly NotApplicable[];
}

/** Plans a run; `wanted` narrows it to checks or sets by id, in any case. */
export function planFor(subject: FirmwareSubject, wanted: readonly string[] = []): FirmwarePlan {
  const { ics, host, bench, pcsc } = subject;
  const has = capabilitiesOf(ics, { ccid: host !== undefined, bench: bench !== undefined, pcsc: pcsc !== undefined });
  const named = wanted.map((id) => id.toUpperCase());
  const chosen = firmwareChecks.filter(
    ({ id, set }) => named.length === 0 || named.includes(id) || named.includes(set),
  );
  const missing = (check: FirmwareCheck) => check.needs.filter((need) => !has.has(need));
  return {
    checks: chosen.filter((check) => missing(check).length === 0),
    notApplicable: chosen
      .filter((check) => missing(check).length > 0)
      .map((check) => ({ check, missing: missing(check) })),
  };
}

/** Runs the plan set by set and gives the record every report is made of. Nothing more is asked once a line has ended. */
export async function runSuite(
  subject: FirmwareSubject,
  plan: FirmwarePlan,
  seed: number,
  tell: (judged: JudgedCheck) => void,
  stopped: () => boolean = () => false,
): Promise<RunRecord> {
  const sets: ScenarioRecord[] = [];
  const planned = checkSets.filter((set) => plan.checks.some((check) => check.set === set));
  let isLost = false;
  subject.onLost?.(() => {
    isLost = true;
  });
  const isOver = (): boolean => stopped() || isLost;
  let judged = 0;
  for (const set of planned) {
    if (isOver()) break;
    const run = new SetRun(set, subject, seed);
    for (const check of plan.checks.filter((candidate) => candidate.set === set)) {
      if (isOver()) break;
      tell(await run.run(check));
      judged++;
    }
    sets.push(run.conclude());
  }
  const complete = judged === plan.checks.length;
  const reached = worst(sets.map(({ verdict }) => verdict));
  return {
    product: `madoguchi ${productVersion}`,
    subject: { id: subject.id, title: subject.title },
    mode: subject.mode,
    firmware: {
      notApplicable: plan.notApplicable.map(({ check, missing }) => ({ id: check.id, title: check.title, missing })),
    },
    seed,
    scenarios: sets,
    planned: planned.length,
    verdict: complete ? reached : reached === "pass" ? "none" : reached,
    complete,
    digest: digestOf(sets.map(({ trace }) => trace)),
  };
}
