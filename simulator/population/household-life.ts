import { type AidPeriod, drawAidPeriod, livesOnAid } from "./aid-period.ts";
import type { DayNumber } from "./day-number.ts";
import { drawsOf } from "./draws.ts";
import type { Household } from "./household.ts";
import { drawPlans, type Turn, turnsOf } from "./household-turns.ts";
import type { InsuranceLaw } from "./insurer.ts";
import type { Member, Members } from "./member.ts";
import { keysOf } from "./mix.ts";
import { homeUse, type NumberUse, type Residence, stageUse } from "./number-use.ts";
import type { Home, Registry } from "./registry.ts";

/** 喪失事由, OQSCD008 (eligibility-rules.md §2.4). */
export type ReasonOfLoss = "01" | "02" | "03" | "99";

/** Days a household is insured under one number. */
export interface Stay {
  readonly law: InsuranceLaw;
  readonly use: NumberUse;
  readonly from: DayNumber;
  /** The first day not covered any more; infinity when none is foreseen. */
  readonly until: DayNumber;
  /** Why it ends, if it does. */
  readonly reason: ReasonOfLoss;
}

/** What happens to a household, beyond the births and deaths of its members. */
export interface HouseholdLife {
  readonly head: Member;
  /** Where they live until they move. */
  readonly firstHome: Home;
  /** In order, without gap or overlap but for the time on aid. */
  readonly stays: readonly Stay[];
  readonly movedOn: DayNumber | undefined;
  readonly aid: AidPeriod | undefined;
}

/** Computes the life of households from seed and index. */
export type LifeOf = (household: Household) => HouseholdLife;

const NEVER = Number.POSITIVE_INFINITY;

/** A stay before the aid takes its part; `residence` is where the household lives then. */
interface Draft extends Omit<Stay, "use" | "reason"> {
  readonly stage: number;
  readonly residence: Residence;
}

/** The lives of the households of a seed. Whoever is on aid at any time neither changes the insurance nor moves (ours). */
export function livesFrom(seed: number, members: Members, homeOf: Registry["homeOf"]): LifeOf {
  const [eventKey = 0, aidKey = 0] = keysOf(seed, "household life", 2);
  return (household) => {
    const head = members.at(household, 0);
    const draws = drawsOf(eventKey, household.headIndex);
    const firstHome = homeOf(household, 0);
    const aid = livesOnAid(firstHome) ? drawAidPeriod(household, drawsOf(aidKey, household.headIndex)) : undefined;
    const plans = drawPlans(household, head, aid !== undefined, draws);
    const turns = turnsOf(household, head, plans);
    if (turns.length === 0 && aid === undefined)
      return { head, firstHome, stays: [onlyStay(household, plans.start)], movedOn: undefined, aid };
    const drafts = draftStays(household, plans.start, turns);
    const left = aid === undefined ? drafts : drafts.flatMap((draft) => withoutAid(draft, aid));
    return { head, firstHome, stays: numbered(left, aid), movedOn: plans.movedOn, aid };
  };
}

/** What is left of insured days when the aid takes its part: 国保 and 後期 end with it and begin anew after it (§13.3). */
export function withoutAid<T extends Pick<Stay, "law" | "from" | "until">>(
  stay: T,
  aid: AidPeriod | undefined,
): readonly T[] {
  const { law, from, until } = stay;
  if (aid === undefined || (law !== "national" && law !== "late-elderly")) return [stay];
  const [aidFrom, aidUntil] = [aid.from, aid.until ?? NEVER];
  if (aidUntil <= from || until <= aidFrom) return [stay];
  return [
    ...(from < aidFrom ? [{ ...stay, until: aidFrom }] : []),
    ...(aidUntil < until ? [{ ...stay, from: aidUntil }] : []),
  ];
}

/** Most households have one insurance and keep it: {@link draftStays} and {@link numbered} of no turns at all. */
function onlyStay({ slot }: Household, from: DayNumber): Stay {
  const law = slot.path[0] ?? "national";
  return { law, use: law === "national" ? homeUse(0, 0) : stageUse(0), from, until: NEVER, reason: "99" };
}

function draftStays({ slot }: Household, start: DayNumber, turns: readonly Turn[]): readonly Draft[] {
  const { path } = slot;
  const drafts: Draft[] = [];
  let [law, stage, residence, from]: [InsuranceLaw, number, Residence, DayNumber] = [
    path[0] ?? "national",
    0,
    0,
    start,
  ];
  for (const { day, kind } of turns) {
    const before = law;
    const home = residence;
    if (kind === "move") residence = 1;
    if (kind === "change") law = path[stage + 1] ?? law;
    // Nobody is insured through a dead employee, or through one of the late-elderly scheme: the others go to the national
    // insurance of where they live (ours).
    if (kind === "head-leaves") law = "national";
    const staying = kind === "move" ? law !== "national" : kind === "head-leaves" && before === "national";
    if (!staying) {
      if (from < day) drafts.push({ law: before, stage, residence: home, from, until: day });
      from = day;
    }
    if (kind === "change") stage += 1;
  }
  drafts.push({ law, stage, residence, from, until: NEVER });
  return drafts;
}

function numbered(drafts: readonly Draft[], aid: AidPeriod | undefined): readonly Stay[] {
  const national = [0, 0];
  return drafts.map(({ law, stage, residence, from, until }, place) => {
    const next = drafts[place + 1];
    const joins = next?.from === until && next.law !== "national";
    // What ends beside an aid that goes on is followed by nothing, and not for the aid's beginning (99: ours, as into 国保).
    const reason = until === aid?.from ? "02" : joins ? "03" : "99";
    if (law !== "national") return { law, use: stageUse(stage), from, until, reason };
    const again = national[residence] ?? 0;
    national[residence] = again + 1;
    return { law, use: homeUse(residence, again), from, until, reason };
  });
}
