import { carefulReader, type ReaderDecisions } from "../../devices/readers/decisions.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { referenceDecisions } from "../subjects/decisions.ts";
import type { BuiltInSubject } from "../subjects/declare.ts";

/** Reader software with one slip in it, put under test in place of a receipt system. */
interface BrokenReader<I extends string> {
  readonly id: I;
  readonly title: Bilingual;
  /** The one decision that is broken. */
  readonly slip: Partial<ReaderDecisions>;
  /** Scenario → the checks it must fail there, and no others. */
  readonly fails: BuiltInSubject["fails"];
}

/** Declares a broken reader; keeps its id literal. The receipt system beside it is the reference. */
export function declareReader<const I extends string>({
  id,
  title,
  slip,
  fails,
}: BrokenReader<I>): BuiltInSubject<I> & Required<Pick<BuiltInSubject, "reader">> {
  return { id, title, decisions: referenceDecisions, reader: { ...carefulReader, ...slip }, fails };
}
