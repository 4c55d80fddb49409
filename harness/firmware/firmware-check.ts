import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { Bench } from "./bench.ts";
import type { Capability } from "./ics.ts";

/** Sets of the test plan (firmware-validation.md §8). */
export const checkSets = ["SR", "CC", "T1", "B", "AP", "HU", "PC"] as const;
export type CheckSet = (typeof checkSets)[number];

/** What failing means: `critical` is about PINs, removal, and the wrong patient; all of them have to hold (§11). */
export type Severity = "critical" | "must" | "should";

/**
 * One clause of the test plan: it plays the host on one side and, where it needs one, the card on the other, and says what
 * it saw. It is driven and judged in one piece, as a test case of ISO/IEC 9646 is; its evidence is the bytes of both lines.
 */
export interface FirmwareCheck<I extends string = string> {
  /** Set and number, `CC-03`. The numbers within the sets of §8 are ours. */
  readonly id: I;
  readonly set: CheckSet;
  readonly title: Bilingual;
  /** What the firmware must do. */
  readonly expected: Bilingual;
  /** Where the rule comes from. */
  readonly clause: string;
  readonly severity: Severity;
  /** What the reader must have and the set-up must reach, else the check does not apply. */
  readonly needs: readonly Capability[];
  /** What a maker looks at when it fails. */
  readonly next: Bilingual;
  /** How long it may take, ms; 10 s where left out. */
  readonly deadlineMs?: number;
  /** Ends without a word when the clause was kept, with {@link Bench.broken} when it was not. */
  readonly run: (bench: Bench) => Process<Bilingual>;
}

/** Declares a check; keeps its id literal. */
export function firmwareCheck<const I extends string>(declaration: FirmwareCheck<I>): FirmwareCheck<I> {
  return declaration;
}
