import type { Bilingual } from "../simulator/kernel/bilingual.ts";
import type { Trace } from "../simulator/kernel/trace.ts";
import type { RequirementId } from "./requirement.ts";

/** What a check found, from the trace and nothing else. */
export interface Finding {
  readonly verdict: "pass" | "inconc" | "fail";
  /** Trace numbers of the crossings that show it. A pass without evidence counts as inconc. */
  readonly evidence: readonly number[];
  /** What was seen, in words a vendor can act on. */
  readonly observed: Bilingual;
}

/**
 * A run a check is proved with: a scenario, optionally with another subject (`C56@broken/takes-next-file`) or with one
 * more fault armed (`C79+personal-number-in-file`).
 */
export type TraceRef = string;

/** One sentence about what must hold, with its clause. Severity belongs to the plan, not to the check. */
export interface Check<I extends string = string> {
  readonly id: I;
  readonly title: Bilingual;
  /** What a subject must show to pass. */
  readonly expected: Bilingual;
  /** Where the rule comes from (document and section). */
  readonly clause: string;
  readonly requires: readonly RequirementId[];
  /** What to do when it fails. */
  readonly next: Bilingual;
  judge(trace: Trace): Finding;
  /** Runs it must pass. */
  readonly passes: readonly TraceRef[];
  /** Runs it must fail: a check that cannot fail proves nothing. */
  readonly bites: readonly TraceRef[];
}

/** Declares a check; keeps its id literal. */
export function check<const I extends string>(declaration: Check<I>): Check<I> {
  return declaration;
}

/** The rule held; `evidence` shows where. Without evidence nothing is proved. */
export function pass(evidence: readonly number[], observed: Bilingual): Finding {
  return evidence.length === 0 ? inconc(observed) : { verdict: "pass", evidence, observed };
}

/** The rule was broken at the crossings named. */
export function fail(evidence: readonly number[], observed: Bilingual): Finding {
  return { verdict: "fail", evidence, observed };
}

/** Nothing was seen that could prove it either way. */
export function inconc(observed: Bilingual): Finding {
  return { verdict: "inconc", evidence: [], observed };
}
