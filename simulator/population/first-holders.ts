import { livesOnAid } from "./aid-period.ts";
import { type DayNumber, dayFrom } from "./day-number.ts";
import { type Household, memberIndex } from "./household.ts";
import { LATE_BORN } from "./household-kinds.ts";
import { SECOND_SPAN, SERVICE_START } from "./life-span.ts";
import type { Members } from "./member.ts";
import { homeUse, isOwn, ownUse, stageUse } from "./number-use.ts";
import type { NumberOwner, Registry } from "./registry.ts";

/** Who is born after this day, 75 years before {@link SERVICE_START}, reaches 75 only after the service began, and so was insured with the household then. */
const LATE_ELDERLY_AT_START: DayNumber = dayFrom(1946, 3, 4);

/**
 * Holders of the first number of a household, or of the late-elderly number somebody had when the service began: nine of ten
 * numbers are such, and births alone decide about them, without the life around (performance.md §9). The same as the covers of
 * {@link file://./coverage.ts} say; undefined where more would have to be known: later numbers, aid, and members born since.
 */
export function firstHolders(
  { household, law, use }: NumberOwner,
  on: DayNumber,
  members: Members,
  count: number,
  registry: Pick<Registry, "homeOf">,
): readonly number[] | undefined {
  const own = isOwn(use);
  if (own ? law !== "late-elderly" : use !== firstUse(household)) return undefined;
  if (livesOnAid(registry.homeOf(household, 0))) return undefined;
  if (own) return lateElderlyAtStart(household, use - ownUse(0), members, count);
  const holders: number[] = [];
  const { others } = household.slot;
  for (let position = 0; position < count; position++) {
    if (others[position - 1] === LATE_BORN) {
      if (on <= SECOND_SPAN) continue;
      return undefined;
    }
    const birth = members.birthOf(household, position);
    if (birth > on) continue;
    if (birth > SERVICE_START) return undefined;
    if (birth > LATE_ELDERLY_AT_START) holders.push(memberIndex(household, position));
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
