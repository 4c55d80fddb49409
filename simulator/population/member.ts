import { type DayNumber, dayFrom } from "./day-number.ts";
import { type Draws, drawsOf } from "./draws.ts";
import type { Household } from "./household.ts";
import type { HeadRole, OtherRole } from "./household-kinds.ts";
import { CENSUS, drawDeath } from "./life-span.ts";
import { keysOf } from "./mix.ts";
import type { DrawnSex } from "./names.ts";

/** A person as the household knows them; the days are facts of the person, whatever day is asked about. */
export interface Member {
  /** Undefined for the head. */
  readonly role: OtherRole | undefined;
  readonly sex: DrawnSex;
  readonly birth: DayNumber;
  readonly death: DayNumber;
}

/** Computes the members of households from seed and index. */
export type MemberAt = (household: Household, position: number) => Member;

/** Youngest and oldest head of a household on the day of the census, by role. */
const HEAD_AGES: Readonly<Record<HeadRole, readonly [youngest: number, oldest: number]>> = {
  young: [23, 32],
  worker: [23, 64],
  parent: [28, 55],
  senior: [65, 74],
  elder: [75, 100],
};
/** Spouses are at most this many years younger or older; ours, as are the ages of parents. */
const SPOUSE_YEARS = 3;
/** Years a parent is older than a child, at least and at most. */
const PARENT_YEARS = [22, 42] as const;
/** Ages of children on the day of the census; who is below zero will be born that many years later. */
const CHILD_AGES = [-10, 22] as const;
const DAYS_OF_A_YEAR = 365;
/** Women among a hundred late-elderly people. */
const ELDERLY_WOMEN = 61;
/** One pair of children in this many are twins: the same birth date under one number, the case that needs a branch (ours). */
const ONE_TWINS_IN = 90;
const FIRST_CHILD = 2;

/** Members of the households of a seed. */
export function membersFrom(seed: number): MemberAt {
  const [ageKey = 0, sexKey = 0, deathKey = 0, twinKey = 0] = keysOf(seed, "member", 4);
  return ({ slot, headIndex }, position) => {
    const { head, others } = slot;
    const index = headIndex + position;
    const role = others[position - 1];
    const headSex = drawHeadSex(head, drawsOf(sexKey, headIndex));
    const sex = role === undefined ? headSex : role === "spouse" ? otherSex(headSex) : drawSex(drawsOf(sexKey, index));
    const twin = position > FIRST_CHILD && role === "child" && drawsOf(twinKey, headIndex)(ONE_TWINS_IN) === 0;
    const ages = drawsOf(ageKey, twin ? headIndex + FIRST_CHILD : index);
    const age =
      role === undefined
        ? drawHeadAge(head, ages)
        : drawOtherAge(role, head, drawHeadAge(head, drawsOf(ageKey, headIndex)), ages);
    const birth = dayFrom(CENSUS.year - age, CENSUS.month, CENSUS.day) - ages(DAYS_OF_A_YEAR);
    return { role, sex, birth, death: drawDeath(birth, drawsOf(deathKey, index)) };
  };
}

function drawHeadAge(head: HeadRole, draws: Draws): number {
  const [youngest, oldest] = HEAD_AGES[head];
  const years = oldest - youngest + 1;
  // The very old are few: the smaller of two draws.
  return youngest + (head === "elder" ? Math.min(draws(years), draws(years)) : draws(years));
}

function drawOtherAge(role: OtherRole, head: HeadRole, headAge: number, draws: Draws): number {
  if (role === "spouse") {
    const [youngest, oldest] = HEAD_AGES[head];
    return Math.max(youngest, Math.min(oldest, headAge - SPOUSE_YEARS + draws(2 * SPOUSE_YEARS + 1)));
  }
  const youngest = Math.max(CHILD_AGES[0], headAge - PARENT_YEARS[1]);
  const oldest = Math.min(CHILD_AGES[1], headAge - PARENT_YEARS[0]);
  return youngest + draws(oldest - youngest + 1);
}

function drawHeadSex(head: HeadRole, draws: Draws): DrawnSex {
  return head === "elder" ? (draws(100) < ELDERLY_WOMEN ? "2" : "1") : drawSex(draws);
}

function drawSex(draws: Draws): DrawnSex {
  return draws(2) === 0 ? "1" : "2";
}

function otherSex(sex: DrawnSex): DrawnSex {
  return sex === "1" ? "2" : "1";
}
