import { isOnAid } from "./aid-period.ts";
import { birthdayOf, calendarOf, type DayNumber, dayFrom } from "./day-number.ts";
import { type HouseholdLife, type ReasonOfLoss, withoutAid } from "./household-life.ts";
import { firstJobLaw } from "./household-slots.ts";
import type { InsuranceLaw } from "./insurer.ts";
import { HORIZON, LATE_ELDERLY_AGE, SERVICE_START } from "./life-span.ts";
import type { Member } from "./member.ts";
import { type NumberUse, ownUse } from "./number-use.ts";

/** Days a person is insured under one number. */
export interface Cover {
  readonly law: InsuranceLaw;
  readonly use: NumberUse;
  readonly from: DayNumber;
  /** The first day not covered any more (eligibility-rules.md §3.1); infinity when none is foreseen. */
  readonly until: DayNumber;
  readonly reason: ReasonOfLoss;
}

/** Nobody is a spouse before (民法 731条), and all who are had reached it when the service began. */
const MARRIED_FROM_AGE = 18;
/** The late-elderly scheme began (general knowledge). */
const LATE_ELDERLY_SCHEME_START = dayFrom(2008, 4, 1);
/** Children leave for their first job on the 1 April that follows the school year in which they are 22 (ours). */
const LAST_SCHOOL_AGE = 22;

/**
 * Everything a person is ever insured under, oldest first; what had ended when the service began is left out. A newborn is
 * covered from the first day, the late-elderly scheme begins on the 75th birthday, the day after a death is not covered
 * (eligibility-rules.md §11). The list holds the future too: {@link Cover.from} decides what is known on a day.
 */
export function coversOf({ stays, aid }: HouseholdLife, position: number, member: Member): readonly Cover[] {
  const buried = member.death + 1;
  const child = member.role === "child";
  const ownFrom = child ? firstJob(member.birth) : birthdayOf(member.birth, LATE_ELDERLY_AGE);
  const leaves = Math.min(ownFrom, buried);
  // Beside an employer's insurance there may be aid; then no late-elderly one follows on the 75th birthday (§13.3).
  const joins = child || !isOnAid(aid, ownFrom);
  const joinsFrom = member.role === "spouse" ? birthdayOf(member.birth, MARRIED_FROM_AGE) : member.birth;
  const covers: Cover[] = [];
  for (const { law, use, from, until, reason } of stays) {
    const ends = leaves <= until;
    push(covers, {
      law,
      use,
      from: Math.max(from, joinsFrom),
      until: ends ? leaves : until,
      reason: ends ? (buried <= ownFrom ? "01" : joins ? "03" : "99") : reason,
    });
  }
  if (ownFrom >= HORIZON) return covers;
  const own: Cover = {
    law: child ? firstJobLaw(position) : "late-elderly",
    use: ownUse(position),
    from: child ? ownFrom : Math.max(ownFrom, LATE_ELDERLY_SCHEME_START),
    until: buried,
    reason: "01",
  };
  for (const part of withoutAid(own, aid)) push(covers, part.until === buried ? part : { ...part, reason: "02" });
  return covers;
}

function push(covers: Cover[], cover: Cover): void {
  if (cover.from < cover.until && cover.until > SERVICE_START) covers.push(cover);
}

/** Who is born on 1 April belongs to the older class, as in {@link file://./life-stage.ts}. */
function firstJob(birth: DayNumber): DayNumber {
  const { year, month, day } = calendarOf(birth);
  const oldClass = month < 4 || (month === 4 && day === 1);
  return dayFrom(year + LAST_SCHOOL_AGE + (oldClass ? 0 : 1), 4, 1);
}
