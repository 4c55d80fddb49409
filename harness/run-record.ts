import type { Bilingual } from "../simulator/kernel/bilingual.ts";
import type { AnyCrossing, Trace } from "../simulator/kernel/trace.ts";
import type { Finding } from "./check.ts";
import type { Verdict } from "./verdict.ts";

/** A finding with what the report needs around it: the clause, the expectation, the next step. */
export interface JudgedCheck {
  readonly id: string;
  readonly level: "must" | "should";
  readonly title: Bilingual;
  readonly expected: Bilingual;
  readonly clause: string;
  readonly requires: readonly string[];
  readonly next: Bilingual;
  readonly finding: Finding;
  /** The crossings the finding points at, so that a reader needs no second file. */
  readonly evidence: readonly AnyCrossing[];
}

/** One scenario as judged. */
export interface ScenarioRecord {
  readonly id: string;
  readonly title: Bilingual;
  /** Left out where the receipt system was under test. */
  readonly underTest?: "reader" | "firmware";
  readonly expected: Bilingual;
  readonly requires: readonly string[];
  readonly policyDate: string;
  readonly seed: number;
  /** Faults armed from the start and during the run, with their titles. */
  readonly faults: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly verdict: Verdict;
  readonly checks: readonly JudgedCheck[];
  /** Failed `should` checks: they do not change the verdict. */
  readonly warnings: number;
  readonly trace: Trace;
  /** Our own failure in words, when the verdict is `error`. */
  readonly defect: string | undefined;
}

/** A profile as the user gave it; its folder is nobody's business. */
export interface ProfileFile {
  readonly name: string;
  /** Of the file's bytes. */
  readonly sha256: string;
}

/** A check that was planned and does not apply, with what the subject would need for it. */
export interface UnjudgedCheck {
  readonly id: string;
  readonly title: Bilingual;
  readonly missing: readonly string[];
}

/** A whole certification run: what every report is made of. Holds no wall time, so that equal runs give equal reports. */
export interface RunRecord {
  readonly product: string;
  readonly subject: { readonly id: string; readonly title: Bilingual };
  readonly mode: "simulate" | "live";
  /** The switches it ran under, where a file gave them (docs/profile.md). */
  readonly profile?: ProfileFile;
  /** Set for a run over the firmware of a reader: its scenarios are the sets of the test plan. */
  readonly firmware?: { readonly notApplicable: readonly UnjudgedCheck[] };
  /** The seed given on the command line; undefined when every scenario used its own. */
  readonly seed: number | undefined;
  readonly scenarios: readonly ScenarioRecord[];
  /** Scenarios that were planned, whether they ran or not. */
  readonly planned: number;
  readonly verdict: Verdict;
  /** False when the run was broken off: a partial record proves nothing about what is missing. */
  readonly complete: boolean;
  /** sha256 over the footers of all traces. */
  readonly digest: string;
}

/** A report format. */
export interface Report {
  readonly format: string;
  readonly title: Bilingual;
  readonly extension: string;
  render(run: RunRecord, language: "ja" | "en"): string;
}
