import { birthdayOf, type DayNumber, firstOfMonthFrom } from "./day-number.ts";
import type { Draws } from "./draws.ts";
import type { Household } from "./household.ts";
import { HORIZON, SERVICE_START } from "./life-span.ts";
import type { Member } from "./member.ts";

/** What ends one stay and begins the next. */
export interface Turn {
  readonly day: DayNumber;
  readonly kind: "change" | "move" | "burial";
}

/** When a household was first insured, changes its insurance, and moves. */
export interface HouseholdPlans {
  readonly start: DayNumber;
  readonly changes: readonly DayNumber[];
  readonly movedOn: DayNumber | undefined;
}

/** Households of a hundred that change their insurance twice, or at least once, before the horizon (ours). */
const TWO_CHANGES = 2;
const ANY_CHANGE = 9;
const MOVES_PER_HUNDRED = 7;
/** Most jobs end with a month: the loss day is the 1st (eligibility-rules.md §11). One change in four is on any day (ours). */
const ONE_ANY_DAY_IN = 4;
const FULL_AGE = 18;
const LONGEST_MEMBERSHIP_DAYS = 30 * 365;
const LATE_ELDERLY_AGE = 75;
const NONE: readonly never[] = [];

/** Draws what a household will do; one that stays `settled` neither changes the insurance nor moves. */
export function drawPlans({ slot }: Household, head: Member, settled: boolean, draws: Draws): HouseholdPlans {
  const start = drawStart(head, draws);
  if (settled) return { start, changes: NONE, movedOn: undefined };
  const changes = drawChanges(slot.path.length - 1, draws);
  return { start, changes, movedOn: draws(100) < MOVES_PER_HUNDRED ? drawDay(draws) : undefined };
}

/** The turns of a household in order. Its insurance changes while the head is alive and not yet in the late-elderly scheme. */
export function turnsOf({ slot }: Household, head: Member, { changes, movedOn }: HouseholdPlans): readonly Turn[] {
  const buried = head.death + 1;
  const headLeaves = Math.min(buried, birthdayOf(head.birth, LATE_ELDERLY_AGE));
  const moves = movedOn !== undefined;
  const burial = slot.others.length > 0 && buried < HORIZON;
  if (changes.length === 0 && !moves && !burial) return NONE;
  const turns: Turn[] = changes.filter((day) => day < headLeaves).map((day) => ({ day, kind: "change" }));
  if (moves) turns.push({ day: movedOn, kind: "move" });
  if (burial) turns.push({ day: buried, kind: "burial" });
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
  return Array.from({ length: count }, () => {
    const day = drawDay(draws);
    return draws(ONE_ANY_DAY_IN) === 0 ? day : firstOfMonthFrom(day);
  }).sort((a, b) => a - b);
}

function drawDay(draws: Draws): DayNumber {
  return SERVICE_START + 1 + draws(HORIZON - SERVICE_START - 1);
}
