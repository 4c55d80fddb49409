import { livesOnAid } from "./aid-period.ts";
import { birthdayOf, type DayNumber } from "./day-number.ts";
import { type Household, memberIndex } from "./household.ts";
import { LATE_BORN } from "./household-kinds.ts";
import type { LifeOf } from "./household-life.ts";
import { LATE_ELDERLY_AGE, SECOND_SPAN, SERVICE_START } from "./life-span.ts";
import type { Members } from "./member.ts";
import { homeUse, isOwn, ownUse, stageUse } from "./number-use.ts";
import type { NumberOwner, Registry } from "./registry.ts";

/** Who is born after this day, 75 years before {@link SERVICE_START}, reaches 75 only after the service began, and so was insured with the household then. */
const LATE_ELDERLY_AT_START: DayNumber = birthdayOf(SERVICE_START, -LATE_ELDERLY_AGE);

/** What is asked of the lives of a population. */
export interface HolderFacts {
  readonly members: Members;
  readonly homeOf: Registry["homeOf"];
  readonly lifeOf: LifeOf;
  /** How many people belong to the household. */
  readonly count: number;
}

/**
 * Holders of the first number of a household, or of the late-elderly number somebody had when the service began: nine of ten
 * numbers are such, and births nearly alone decide about them, without the life around (performance.md §9). The same as the
 * covers of {@link file://./coverage.ts} say; undefined where they must be asked: later numbers, first jobs, insurance that aid can end.
 */
export function firstHolders(
  { household, law, use }: NumberOwner,
  on: DayNumber,
  { members, homeOf, lifeOf, count }: HolderFacts,
): readonly number[] | undefined {
  const own = isOwn(use);
  if (own ? law !== "late-elderly" : use !== firstUse(household)) return undefined;
  // Aid ends national and late-elderly insurance only (eligibility-rules.md §13.3): an employer's goes on beside it.
  if ((own || law === "national") && livesOnAid(homeOf(household, 0))) return undefined;
  if (own) return lateElderlyAtStart(household, use - ownUse(0), members, count);
  const holders: number[] = [];
  const { head, others } = household.slot;
  let until: DayNumber | undefined;
  for (let position = 0; position < count; position++) {
    const role = others[position - 1];
    if (role === LATE_BORN && on <= SECOND_SPAN) continue;
    // Grown up when the service began, and 75 only after it, whatever the day of birth.
    if (head !== "elder" && (role === undefined || role === "spouse")) {
      holders.push(memberIndex(household, position));
      continue;
    }
    const birth = members.birthOf(household, position, on);
    if (birth > on || birth <= LATE_ELDERLY_AT_START) continue;
    // Only who is born since can come too late for it.
    if (birth > SERVICE_START) until ??= lifeOf(household).stays[0]?.until ?? SERVICE_START;
    if (birth <= SERVICE_START || birth < (until ?? SERVICE_START)) holders.push(memberIndex(household, position));
  }
  return holders;
}

function lateElderlyAtStart(
  household: Household,
  position: number,
  members: Members,
  count: number,
): readonly number[] | undefined {
  if (position >= count) return [];
  const birth = members.birthOf(household, position);
  return birth <= LATE_ELDERLY_AT_START ? [memberIndex(household, position)] : undefined;
}

function firstUse({ slot }: Household): number {
  return slot.path[0] === "national" ? homeUse(0, 0) : stageUse(0);
}
