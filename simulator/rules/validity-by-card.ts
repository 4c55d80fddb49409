import type { CivilDate } from "../kernel/civil-time.ts";
import { type QualificationValidity, VALIDITY } from "../messages/code-lists.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import { coversOn } from "./coverage.ts";

/** What the card path answers: a state and the rows that go with it. */
export interface CardJudgement {
  readonly validity: QualificationValidity;
  readonly rows: readonly Eligibility[];
}

/**
 * Decision table of the CARD path, rows 5 to 9, top down (eligibility-rules.md §3.2); rows 1 to 4 are decided before
 * anybody asks for eligibility. Never 3 and never 5 with a card. Medical aid (rows 7 and 8) joins with its tickets.
 */
export function judgeByCard(person: InsuredPerson, date: CivilDate): CardJudgement {
  const known = person.flags?.onHold === true ? [] : person.eligibilities;
  if (known.length === 0) return { validity: VALIDITY.none, rows: [] };
  const valid = known.filter((row) => coversOn(row, date));
  if (valid.length > 0) return { validity: VALIDITY.valid, rows: valid };
  return { validity: VALIDITY.invalid, rows: known.toSorted(latestFirst).slice(0, 1) };
}

/** Latest acquisition first. */
export function latestFirst(a: Eligibility, b: Eligibility): number {
  return a.acquired === b.acquired ? 0 : a.acquired < b.acquired ? 1 : -1;
}
