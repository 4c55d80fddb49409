import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { ProtocolViolation } from "../../simulator/kernel/errors.ts";

/** The firmware broke the clause of a check: what was seen, in both languages, and the crossing that shows it. */
export class RuleBroken extends ProtocolViolation {
  readonly observed: Bilingual;

  constructor(clause: string, observed: Bilingual, seq: number | undefined) {
    super(clause, observed.en, seq);
    this.observed = observed;
  }
}
