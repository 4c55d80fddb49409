import { birthdayOf, type DayNumber, dayFrom } from "./day-number.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { type Household, memberIndex } from "./household.ts";
import { type HeadRole, LATE_BORN, type OtherRole } from "./household-kinds.ts";
import { CENSUS, drawDeath, HORIZON, SECOND_SPAN } from "./life-span.ts";
import { keysOf, mix, mixBelow } from "./mix.ts";
import type { DrawnSex } from "./names.ts";

/** A person as the household knows them; the days are facts of the person, whatever day is asked about. */
export interface Member {
  /** Undefined for the head. */
  readonly role: OtherRole | undefined;
  readonly sex: DrawnSex;
  readonly birth: DayNumber;
  readonly death: DayNumber;
}

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

/** A household bears nobody when its head is this old or dead; the drawn birth then lies so many days later, beyond every day computed. */
const LATE_ELDERLY_AGE = 75;
const NEVER_DAYS = 40 * DAYS_OF_A_YEAR;

/** Members of the households of a seed; all draws are of streams of their own, so that one fact costs no other. */
export class Members {
  readonly #ageKey: number;
  readonly #sexKey: number;
  readonly #deathKey: number;
  readonly #twinKey: number;

  constructor(seed: number) {
    [this.#ageKey = 0, this.#sexKey = 0, this.#deathKey = 0, this.#twinKey = 0] = keysOf(seed, "member", 4);
  }

  /** A member of a household; the head is at position 0. */
  at(household: Household, position: number): Member {
    const { slot, headIndex } = household;
    const role = slot.others[position - 1];
    const headSex = drawHeadSex(slot.head, mix(this.#sexKey, headIndex));
    const birth = this.birthOf(household, position);
    const index = memberIndex(household, position);
    const sex =
      role === undefined ? headSex : role === "spouse" ? otherSex(headSex) : drawSex(mix(this.#sexKey, index));
    return { role, sex, birth, death: drawDeath(birth, drawsOf(this.#deathKey, index)) };
  }

  /** When a member is born, alone: the look-up by a number asks this of everybody of a household. */
  birthOf(household: Household, position: number): DayNumber {
    const { slot, headIndex } = household;
    const { head } = slot;
    const role = slot.others[position - 1];
    if (role === undefined) {
      const ages = mix(this.#ageKey, headIndex);
      // The very old took two draws for their age.
      return bornAt(drawHeadAge(head, ages), mixBelow(ages, head === "elder" ? 3 : 2, DAYS_OF_A_YEAR));
    }
    const index = memberIndex(household, position);
    if (role === LATE_BORN) return drawLateBirth(this.at(household, 0), drawsOf(this.#ageKey, index));
    const twin =
      position > FIRST_CHILD && role === "child" && mixBelow(mix(this.#twinKey, headIndex), 1, ONE_TWINS_IN) === 0;
    const ages = mix(this.#ageKey, twin ? headIndex + FIRST_CHILD : index);
    const age = drawOtherAge(role, head, drawHeadAge(head, mix(this.#ageKey, headIndex)), ages);
    return bornAt(age, mixBelow(ages, 2, DAYS_OF_A_YEAR));
  }
}

/** Birth of somebody of an age on the day of the census, so many days after the last birthday. */
function bornAt(age: number, days: number): DayNumber {
  return dayFrom(CENSUS.year - age, CENSUS.month, CENSUS.day) - days;
}

/** Births of the second span follow on those of the first, and like them come into a household whose head is insured there. */
function drawLateBirth(head: Member, draws: Draws): DayNumber {
  const birth = SECOND_SPAN + 1 + draws(HORIZON - SECOND_SPAN - 1);
  const wanted = birth <= head.death && birth < birthdayOf(head.birth, LATE_ELDERLY_AGE);
  return wanted ? birth : birth + NEVER_DAYS;
}

function drawHeadAge(head: HeadRole, ages: number): number {
  const [youngest, oldest] = HEAD_AGES[head];
  const years = oldest - youngest + 1;
  const first = mixBelow(ages, 1, years);
  // The very old are few: the smaller of two draws.
  return youngest + (head === "elder" ? Math.min(first, mixBelow(ages, 2, years)) : first);
}

function drawOtherAge(
  role: Exclude<OtherRole, typeof LATE_BORN>,
  head: HeadRole,
  headAge: number,
  ages: number,
): number {
  if (role === "spouse") {
    const [youngest, oldest] = HEAD_AGES[head];
    const age = headAge - SPOUSE_YEARS + mixBelow(ages, 1, 2 * SPOUSE_YEARS + 1);
    return Math.max(youngest, Math.min(oldest, age));
  }
  const youngest = Math.max(CHILD_AGES[0], headAge - PARENT_YEARS[1]);
  const oldest = Math.min(CHILD_AGES[1], headAge - PARENT_YEARS[0]);
  return youngest + mixBelow(ages, 1, oldest - youngest + 1);
}

function drawHeadSex(head: HeadRole, sexes: number): DrawnSex {
  return head === "elder" ? (mixBelow(sexes, 1, 100) < ELDERLY_WOMEN ? "2" : "1") : drawSex(sexes);
}

function drawSex(sexes: number): DrawnSex {
  return mixBelow(sexes, 1, 2) === 0 ? "1" : "2";
}

function otherSex(sex: DrawnSex): DrawnSex {
  return sex === "1" ? "2" : "1";
}
