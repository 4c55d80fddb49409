import type { CivilDate } from "../kernel/civil-time.ts";
import { type QualificationValidity, VALIDITY } from "../messages/code-lists.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import { coversOn } from "./coverage.ts";
import { latestFirst } from "./validity-by-card.ts";

/** The keys of an inquiry by number (receipt-system-interface.md §2.2). */
export interface NumberKeys {
  readonly insurerNumber: string;
  readonly symbol: string | undefined;
  readonly number: string;
  readonly branch: string | undefined;
  readonly birthdate: string;
}

/** What the number path answers: a state, and the person and row it was found by. */
export interface NumberJudgement {
  readonly validity: QualificationValidity;
  readonly found: { readonly person: InsuredPerson; readonly row: Eligibility } | undefined;
}

/**
 * Decision table of the NUMBER path, rows 2 to 6 (eligibility-rules.md §3.3); row 1, missing or malformed items, is
 * refused before. A missing symbol or branch is not compared; what is given is compared as registered, without any
 * silent normalising. The newer insurance of answer 3 is never handed over, only the fact that it exists.
 */
export function judgeByNumber(
  keys: NumberKeys,
  candidates: readonly InsuredPerson[],
  date: CivilDate,
): NumberJudgement {
  const matches = candidates.flatMap((person) => {
    if (person.birthdate !== keys.birthdate || person.flags?.onHold === true) return [];
    const rows = person.eligibilities.filter((row) => matchesKeys(row, keys)).toSorted(latestFirst);
    const row = rows.find((candidate) => coversOn(candidate, date)) ?? rows[0];
    return row === undefined ? [] : [{ person, row }];
  });
  const [found, another] = matches;
  if (found === undefined) return { validity: VALIDITY.none, found: undefined };
  if (another !== undefined) return { validity: VALIDITY.several, found: undefined };
  if (coversOn(found.row, date)) return { validity: VALIDITY.valid, found };
  const insuredElsewhere = found.person.eligibilities.some((row) => coversOn(row, date));
  return { validity: insuredElsewhere ? VALIDITY.invalidNewer : VALIDITY.invalid, found };
}

function matchesKeys(row: Eligibility, keys: NumberKeys): boolean {
  return (
    row.insurerNumber === keys.insurerNumber &&
    row.number === keys.number &&
    (keys.symbol === undefined || row.symbol === keys.symbol) &&
    (keys.branch === undefined || row.branch === keys.branch)
  );
}
