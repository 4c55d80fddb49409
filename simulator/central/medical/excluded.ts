import type { CivilDate } from "../../kernel/civil-time.ts";
import type { Eligibility, InsuredPerson } from "../../population/person.ts";
import { judgeByCard } from "../../rules/validity-by-card.ts";

type Insurance = Pick<Eligibility, "cardClassification" | "insurerNumber">;

/** 法別 of day labourers 日雇特例 (eligibility-rules.md §12.2). */
const DAY_LABOURERS = /^0[34]/;
const SELF_DEFENCE_FORCES = "07";

/** Insurances without a medical view: 自衛官診療証 and day labourers 日雇特例 (eligibility-rules.md §5, §15.5). */
function isExcluded({ cardClassification, insurerNumber }: Insurance): boolean {
  return cardClassification === SELF_DEFENCE_FORCES || DAY_LABOURERS.test(insurerNumber);
}

/** Whether nothing but insurances without a medical view counts for somebody. */
export function areExcluded(insurances: readonly Insurance[]): boolean {
  return insurances.length > 0 && insurances.every(isExcluded);
}

/** Whether somebody has no medical view on a day: the exclusion is of the person, by what covers the day, whatever number is named (§5). */
export function isExcludedOn(person: Pick<InsuredPerson, "eligibilities" | "flags">, on: CivilDate): boolean {
  return areExcluded(judgeByCard(person, on).rows);
}
