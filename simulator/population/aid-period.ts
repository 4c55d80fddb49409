import { type DayNumber, dayFrom } from "./day-number.ts";
import type { Draws } from "./draws.ts";
import type { Household } from "./household.ts";
import type { Home } from "./registry.ts";

/** When a household lives on 生活保護, and with it 医療扶助. */
export interface AidPeriod {
  readonly from: DayNumber;
  /** The first day without it; left out while it goes on. */
  readonly until?: DayNumber;
}

/** One first home in this many (ours: in Japan one in sixty, which would leave fewer people with one plain insurance). */
const ONE_HOME_IN = 166;
const FIRST_DAY = dayFrom(2017, 4, 1);
const LAST_DAY = dayFrom(2033, 4, 1);
/** One in four of those who can work comes off it again, after half a year to three years (ours). */
const ONE_ENDS_IN = 4;
const SHORTEST_DAYS = 180;
const LONGEST_DAYS = 1_095;

/**
 * Whether the household of a first home is on aid at some time. It is the home that decides, so that a welfare office finds its
 * recipients without asking everybody.
 */
export function livesOnAid({ municipality, plot }: Home): boolean {
  return (plot + municipality) % ONE_HOME_IN === 0;
}

/** Homes of a municipality for which {@link livesOnAid} holds, the nearest plots first, without end. */
export function* aidHomes(municipality: number): Generator<Home, never> {
  for (let plot = ONE_HOME_IN - 1 - ((municipality + ONE_HOME_IN - 1) % ONE_HOME_IN); ; plot += ONE_HOME_IN)
    yield { municipality, plot };
}

/**
 * Draws when a household is on aid. Whoever has 国保 leaves it for the aid (eligibility-rules.md §13.3, "aid alone"); whoever an
 * employer insures keeps that insurance beside it ("together"), and the aid then lasts (ours, for plain histories).
 */
export function drawAidPeriod({ slot }: Household, draws: Draws): AidPeriod {
  const from = FIRST_DAY + draws(LAST_DAY - FIRST_DAY);
  const canEnd = slot.path[0] === "national" && (slot.head === "worker" || slot.head === "parent");
  if (!canEnd || draws(ONE_ENDS_IN) !== 0) return { from };
  return { from, until: from + SHORTEST_DAYS + draws(LONGEST_DAYS - SHORTEST_DAYS) };
}

/** Whether a household is on aid on a day. */
export function isOnAid(aid: AidPeriod | undefined, on: DayNumber): boolean {
  return aid !== undefined && aid.from <= on && (aid.until === undefined || on < aid.until);
}
