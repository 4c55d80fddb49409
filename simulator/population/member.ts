import { birthdayOf, type DayNumber, dayFrom } from "./day-number.ts";
import { drawsOf } from "./draws.ts";
import { type Household, memberIndex } from "./household.ts";
import { type HeadRole, LATE_BORN, type OtherRole } from "./household-kinds.ts";
import { CENSUS, drawDeath, HORIZON, LATE_ELDERLY_AGE, SECOND_SPAN, SERVICE_START } from "./life-span.ts";
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

/** No birth comes later after the father's death, and none sooner after another of the same mother (ours, after 民法 772条). */
const LONGEST_PREGNANCY_DAYS = 300;
/** A second child is born at most so many days earlier than drawn. */
const MOST_MOVED_DAYS = 2 * LONGEST_PREGNANCY_DAYS;
/** Who cannot be born is drawn so many days later, beyond every day computed. */
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

  /**
   * When a member is born, alone: the look-up by a number asks this of everybody of a household. Of a birth after `by` it is
   * only certain that it comes after it: whether the household can bear somebody then takes the lives of the parents.
   */
  birthOf(household: Household, position: number, by: DayNumber = Number.POSITIVE_INFINITY): DayNumber {
    const { slot, headIndex } = household;
    const { head } = slot;
    const role = slot.others[position - 1];
    if (role === undefined) {
      const ages = mix(this.#ageKey, headIndex);
      // The very old took two draws for their age.
      return bornAt(drawHeadAge(head, ages), mixBelow(ages, head === "elder" ? 3 : 2, DAYS_OF_A_YEAR));
    }
    const drawn = this.#drawnBirth(household, position, role);
    if (role === "spouse" || drawn > by + MOST_MOVED_DAYS) return drawn;
    const birth = position > FIRST_CHILD ? apart(this.#drawnBirth(household, FIRST_CHILD, "child"), drawn) : drawn;
    // Nobody had died before the service began.
    const isCertain = birth <= SERVICE_START || birth > by || this.#canBear(household, role, birth);
    return isCertain ? birth : birth + NEVER_DAYS;
  }

  /** A birth as drawn, whoever else is born or dies. */
  #drawnBirth(household: Household, position: number, role: OtherRole): DayNumber {
    const { slot, headIndex } = household;
    const index = memberIndex(household, position);
    if (role === LATE_BORN) return SECOND_SPAN + 1 + drawsOf(this.#ageKey, index)(HORIZON - SECOND_SPAN - 1);
    const twin =
      position > FIRST_CHILD && role === "child" && mixBelow(mix(this.#twinKey, headIndex), 1, ONE_TWINS_IN) === 0;
    const ages = mix(this.#ageKey, twin ? headIndex + FIRST_CHILD : index);
    const age = drawOtherAge(role, slot.head, drawHeadAge(slot.head, mix(this.#ageKey, headIndex)), ages);
    return bornAt(age, mixBelow(ages, 2, DAYS_OF_A_YEAR));
  }

  /**
   * Whether a household bears somebody on a day. A child has a mother who is alive and a father who was when it was conceived;
   * who is born late, maybe a grandchild, a head through whom they are insured, not yet late-elderly.
   */
  #canBear(household: Household, role: OtherRole, birth: DayNumber): boolean {
    const head = this.at(household, 0);
    if (role === LATE_BORN) return birth <= head.death && birth < birthdayOf(head.birth, LATE_ELDERLY_AGE);
    if (household.slot.others[0] !== "spouse") return birth <= head.death;
    const spouse = this.at(household, 1);
    const [mother, father] = head.sex === "2" ? [head, spouse] : [spouse, head];
    return birth <= mother.death && birth <= father.death + LONGEST_PREGNANCY_DAYS;
  }
}

/** Birth of somebody of an age on the day of the census, so many days after the last birthday. */
function bornAt(age: number, days: number): DayNumber {
  return (BIRTHDAYS[age - YOUNGEST] ?? 0) - days;
}

const YOUNGEST = CHILD_AGES[0];
/** Days on which people of each age were born to the day, from {@link YOUNGEST} on: everybody's birth begins with one. */
const BIRTHDAYS: readonly DayNumber[] = Array.from({ length: HEAD_AGES.elder[1] - YOUNGEST + 1 }, (_, years) =>
  dayFrom(CENSUS.year - YOUNGEST - years, CENSUS.month, CENSUS.day),
);

/**
 * The birth of a second child, moved away from the first's where one mother could not have borne both; twins stay together.
 * Births of the first span stay in it.
 */
function apart(first: DayNumber, second: DayNumber): DayNumber {
  const days = second - first;
  if (days === 0 || Math.abs(days) >= LONGEST_PREGNANCY_DAYS) return second;
  if (days < 0) return second - LONGEST_PREGNANCY_DAYS;
  const later = second + LONGEST_PREGNANCY_DAYS;
  return second <= SECOND_SPAN && later > SECOND_SPAN ? second - MOST_MOVED_DAYS : later;
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
