import type { ReaderDecisions } from "../../devices/readers/decisions.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Decisions } from "./decisions.ts";

/** A receipt system of our own: the reference, or the reference with one decision broken. */
export interface BuiltInSubject<I extends string = string> {
  readonly id: I;
  readonly title: Bilingual;
  readonly decisions: Decisions;
  /** Set where the reader is under test, and the receipt system beside it is the reference. */
  readonly reader?: ReaderDecisions;
  /** Scenario → the checks it must fail there, and no others. Empty for the reference. */
  readonly fails: Readonly<Record<string, readonly string[]>>;
}

/** Declares a subject; keeps its id literal. */
export function declareSubject<const I extends string>(declaration: BuiltInSubject<I>): BuiltInSubject<I> {
  return declaration;
}
