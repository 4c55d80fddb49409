import { birthdayOf, type DayNumber, firstOfMonthFrom } from "./day-number.ts";
import type { Draws } from "./draws.ts";
import type { Household } from "./household.ts";
import { HORIZON, LATE_ELDERLY_AGE, SECOND_SPAN, SERVICE_START } from "./life-span.ts";
import type { Member } from "./member.ts";

/** What ends one stay and begins the next. */
export interface Turn {
  readonly day: DayNumber;
  readonly kind: "change" | "move" | "head-leaves";
}

/** When a household was first insured, changes its insurance, and moves. */
export interface HouseholdPlans {
  readonly start: DayNumber;
  readonly changes: readonly DayNumber[];
  readonly movedOn: DayNumber | undefined;
}

/**
 * Households of a hundred that change their insurance twice, or at least once, in the first span of days; in the second one
 * change at most (ours).
 */
const TWO_CHANGES = 2;
const ANY_CHANGE = 9;
const MOVES_PER_HUNDRED = 7;
/** Most jobs end with a month: the loss day is the 1st (eligibility-rules.md §11). One change in four is on any day (ours). */
const ONE_ANY_DAY_IN = 4;
const FULL_AGE = 18;
const LONGEST_MEMBERSHIP_DAYS = 30 * 365;
const NONE: readonly never[] = [];

/** Draws what a household will do; one that stays `settled` neither changes the insurance nor moves. */
export function drawPlans({ slot }: Household, head: Member, settled: boolean, draws: Draws): HouseholdPlans {
  const start = drawStart(head, draws);
  if (settled) return { start, changes: NONE, movedOn: undefined };
  const most = slot.path.length - 1;
  const early = drawChanges(most, draws);
  const movedEarly = draws(100) < MOVES_PER_HUNDRED ? drawDay(draws) : undefined;
  const late = draws(100) < ANY_CHANGE && early.length < most ? [drawChangeDay(drawLateDay(draws), draws)] : NONE;
  const movedOn = movedEarly ?? (draws(100) < MOVES_PER_HUNDRED ? drawLateDay(draws) : undefined);
  return { start, changes: late.length === 0 ? early : [...early, ...late], movedOn };
}

/**
 * The turns of a household in order. Its insurance changes while the head is alive and not yet in the late-elderly scheme; with
 * either the head leaves it.
 */
export function turnsOf({ slot }: Household, head: Member, { changes, movedOn }: HouseholdPlans): readonly Turn[] {
  const buried = head.death + 1;
  const headLeaves = Math.min(buried, birthdayOf(head.birth, LATE_ELDERLY_AGE));
  const moves = movedOn !== undefined;
  const leaving = slot.others.length > 0 && headLeaves < HORIZON;
  if (changes.length === 0 && !moves && !leaving) return NONE;
  const turns: Turn[] = changes.filter((day) => day < headLeaves).map((day) => ({ day, kind: "change" }));
  if (moves) turns.push({ day: movedOn, kind: "move" });
  if (leaving) turns.push({ day: headLeaves, kind: "head-leaves" });
  return turns.sort((a, b) => a.day - b.day);
}

/** Everybody is insured when the service begins: the head joined at some time since coming of age. */
function drawStart(head: Member, draws: Draws): DayNumber {
  const longest = SERVICE_START - birthdayOf(head.birth, FULL_AGE);
  return SERVICE_START - draws(Math.max(1, Math.min(longest, LONGEST_MEMBERSHIP_DAYS)));
}

function drawChanges(most: number, draws: Draws): readonly DayNumber[] {
  const chance = draws(100);
  const count = Math.min(most, chance < TWO_CHANGES ? 2 : chance < ANY_CHANGE ? 1 : 0);
  if (count === 0) return NONE;
  const days = Array.from({ length: count }, () => drawChangeDay(drawDay(draws), draws)).sort((a, b) => a - b);
  // Nobody joins an insurance and leaves it on one day: of two changes put off to the same 1st the second waits a month.
  return days.map((day, nth) => (day === days[nth - 1] ? firstOfMonthFrom(day + 1) : day));
}

function drawChangeDay(day: DayNumber, draws: Draws): DayNumber {
  return draws(ONE_ANY_DAY_IN) === 0 ? day : firstOfMonthFrom(day);
}

function drawDay(draws: Draws): DayNumber {
  return SERVICE_START + 1 + draws(SECOND_SPAN - SERVICE_START - 1);
}

/** A month in, so that no change of the first span, put off to the next 1st, comes after it. */
function drawLateDay(draws: Draws): DayNumber {
  return SECOND_SPAN + 31 + draws(HORIZON - SECOND_SPAN - 62);
}
