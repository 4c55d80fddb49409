import type { Bilingual } from "../kernel/bilingual.ts";
import { Defect } from "../kernel/errors.ts";

/** H official or two sources, M one good source, L weak, A our assumption (eligibility-rules.md, head). */
export type Confidence = "H" | "M" | "L" | "A";

/** One proof of a row: this case falls into the row and gives this. */
export interface RuleVector<I, O> {
  readonly title: string;
  readonly given: I;
  readonly gives: O;
}

/** One row of a decision table. */
export interface RuleRow<Id extends string, I, O> {
  /** Section and row of eligibility-rules.md, `3.2/7`. */
  readonly id: Id;
  readonly condition: Bilingual;
  readonly outcome: Bilingual;
  readonly confidence: Confidence;
  matches(given: I): boolean;
  result(given: I): O;
  /** At least one; the test walks all of them. */
  readonly vectors: readonly RuleVector<I, O>[];
}

/** What a table decided, and by which row. */
export interface Ruling<Id extends string, O> {
  readonly row: Id;
  readonly result: O;
}

/** A decision table as data: evaluated from the top, the first row that matches decides. */
export interface DecisionTable<Id extends string, I, O> {
  readonly id: string;
  readonly title: Bilingual;
  /** Document and section. */
  readonly source: string;
  /** Rows of requirements.md the table answers. */
  readonly requires: readonly string[];
  readonly rows: readonly RuleRow<Id, I, O>[];
  /** A case no row matches is a {@link Defect}: the table has a hole. */
  decide(given: I): Ruling<Id, O>;
}

/** A row whatever its cases. */
export type AnyRuleRow = Pick<RuleRow<string, unknown, unknown>, "id" | "condition" | "outcome" | "confidence"> & {
  readonly vectors: readonly RuleVector<unknown, unknown>[];
};

/** A table whatever its cases, for those who list tables. */
export type AnyDecisionTable = Pick<DecisionTable<string, unknown, unknown>, "id" | "title" | "source" | "requires"> & {
  readonly rows: readonly AnyRuleRow[];
};

/** Rows of one table's type; ids stay literal. Dates and amounts of a rule come in with the case, never from outside. */
export function rowsOf<I, O>() {
  return <const Id extends string>(row: RuleRow<Id, I, O>): RuleRow<Id, I, O> => row;
}

/** Closes rows into a table. */
export function decisionTable<Id extends string, I, O>(
  declaration: Omit<DecisionTable<Id, I, O>, "decide">,
): DecisionTable<Id, I, O> {
  return {
    ...declaration,
    decide(given) {
      for (const row of declaration.rows) if (row.matches(given)) return { row: row.id, result: row.result(given) };
      throw new Defect(`rule ${declaration.id} has no row for a case`);
    },
  };
}
