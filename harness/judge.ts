import { createHash } from "node:crypto";
import type { Trace } from "../simulator/kernel/trace.ts";
import type { Check, Finding } from "./check.ts";
import { checks } from "./checks/index.ts";
import { faults } from "./faults.ts";
import type { ScenarioRun } from "./run.ts";
import type { JudgedCheck, ScenarioRecord } from "./run-record.ts";
import { type PlannedCheck, type Scenario, singleSteps } from "./scenario.ts";
import { type Verdict, worst } from "./verdict.ts";

/** Judges a run by the plan of its scenario: the trace is all the checks see. */
export function judge(scenario: Scenario, { trace, defect }: ScenarioRun): ScenarioRecord {
  const judged = scenario.checks.map((planned) => judgeCheck(planned, trace));
  const must = judged.filter(({ level }) => level === "must").map(({ finding }): Verdict => finding.verdict);
  const verdict =
    trace.footer.outcome === "crashed"
      ? "error"
      : trace.footer.outcome === "incomplete"
        ? worst([...must, "inconc"])
        : worst(must);
  return {
    id: scenario.id,
    title: scenario.title,
    ...(scenario.underTest === undefined ? {} : { underTest: scenario.underTest }),
    expected: scenario.expected,
    requires: scenario.requires,
    policyDate: scenario.policyDate,
    seed: trace.header.seed,
    faults: faultsOf(scenario),
    verdict,
    checks: judged,
    warnings: judged.filter(({ level, finding }) => level === "should" && finding.verdict === "fail").length,
    trace,
    defect: defect === undefined ? undefined : describe(defect),
  };
}

/** sha256 over the footers of traces in order: one number for a whole run. */
export function digestOf(traces: readonly Trace[]): string {
  const hash = createHash("sha256");
  for (const { header, footer } of traces) hash.update(`${header.scenario} ${footer.sha256}\n`);
  return hash.digest("hex");
}

/** A check by its id. */
export function checkById(id: string): Check {
  const check = checks.find((candidate) => candidate.id === id);
  if (check === undefined) throw new RangeError(`no check ${id}`);
  return check;
}

function judgeCheck({ check: id, level }: PlannedCheck, trace: Trace): JudgedCheck {
  const { title, expected, clause, requires, next, ...check } = checkById(id);
  const finding: Finding = check.judge(trace);
  const evidence = finding.evidence.flatMap((seq) => trace.crossings[seq - 1] ?? []);
  return { id, level, title, expected, clause, requires, next, finding, evidence };
}

function faultsOf({ faults: armed, steps }: Scenario): ScenarioRecord["faults"] {
  const ids = new Set<string>(armed.map(({ fault }) => fault));
  for (const step of singleSteps(steps)) if (step.step === "arm") ids.add(step.armed.fault);
  return faults.filter(({ id }) => ids.has(id)).map(({ id, title }) => ({ id, title }));
}

/** An error in words; the stack is for us and goes into the evidence. */
function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}
