import type { AnyCrossing } from "../../simulator/kernel/trace.ts";
import type { JudgedCheck, Report, RunRecord, ScenarioRecord } from "../run-record.ts";
import { reservations, tallyOf } from "./tally.ts";

/** Raised when a reader of the old shape would misread the new one. */
const FORMAT = 1;

/**
 * The run for machines: everything but the whole traces, of which header, footer and the crossings that checks point at
 * are kept. Keys stand in the order written here; what is undefined in the record is null. Both languages are always in.
 */
export const jsonReport: Report = {
  format: "json",
  title: { ja: "JSON（機械可読）", en: "JSON (machine-readable)" },
  extension: "json",
  render: (run) => `${JSON.stringify(runOf(run), undefined, 2)}\n`,
};

function runOf(run: RunRecord) {
  return {
    format: FORMAT,
    product: run.product,
    subject: { id: run.subject.id, title: run.subject.title },
    mode: run.mode,
    ...(run.profile === undefined ? {} : { profile: run.profile }),
    seed: run.seed ?? null,
    ...(run.firmware === undefined ? {} : { notApplicable: run.firmware.notApplicable }),
    planned: run.planned,
    complete: run.complete,
    verdict: run.verdict,
    digest: run.digest,
    tally: tallyOf(run),
    reservations: reservations(run),
    scenarios: run.scenarios.map(scenarioOf),
  };
}

function scenarioOf(scenario: ScenarioRecord) {
  return {
    id: scenario.id,
    title: scenario.title,
    expected: scenario.expected,
    requires: scenario.requires,
    policyDate: scenario.policyDate,
    seed: scenario.seed,
    faults: scenario.faults,
    verdict: scenario.verdict,
    warnings: scenario.warnings,
    defect: scenario.defect ?? null,
    checks: scenario.checks.map(checkOf),
    trace: {
      header: scenario.trace.header,
      crossings: crossingsShown(scenario),
      footer: scenario.trace.footer,
    },
  };
}

function checkOf({ id, level, title, expected, clause, requires, next, finding }: JudgedCheck) {
  return {
    id,
    level,
    verdict: finding.verdict,
    title,
    expected,
    observed: finding.observed,
    clause,
    requires,
    next,
    evidence: finding.evidence,
  };
}

/** Every crossing once, however many checks point at it. */
function crossingsShown({ checks }: ScenarioRecord): readonly AnyCrossing[] {
  const bySeq = new Map(checks.flatMap(({ evidence }) => evidence).map((crossing) => [crossing.seq, crossing]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
