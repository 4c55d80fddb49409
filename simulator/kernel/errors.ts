/**
 * Three classes for what is not an expected result of the field. Expected failures (a status word, a line outcome, an
 * answer of the centre) are values, never exceptions. Source: architecture.md §9 "Errors".
 */

/** The scenario, option or file given to us is wrong. `field` names it in the words of the form it came from. */
export class MisuseError extends Error {
  override readonly name = "MisuseError";
  readonly field: string;
  readonly accepted: readonly string[];
  /** Further mistakes of the same form, where all are told at once. */
  readonly others: readonly MisuseError[];

  constructor(field: string, message: string, accepted: readonly string[] = [], others: readonly MisuseError[] = []) {
    super(`${field}: ${message}`);
    this.field = field;
    this.accepted = accepted;
    this.others = others;
  }
}

/** The subject or the firmware broke a rule; becomes `fail`. `clause` cites the rule, `seq` the crossing that shows it. */
export class ProtocolViolation extends Error {
  override readonly name = "ProtocolViolation";
  readonly clause: string;
  readonly seq: number | undefined;

  constructor(clause: string, message: string, seq?: number) {
    super(`${message} (${clause})`);
    this.clause = clause;
    this.seq = seq;
  }
}

/** We are wrong; becomes the verdict `error`. */
export class Defect extends Error {
  override readonly name = "Defect";
}

/** Throws a {@link Defect} unless the condition holds. Asserts stay on in production. */
export function ensure(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Defect(message);
}
