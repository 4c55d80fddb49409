import { addDays, addMonths, type CivilDate } from "../kernel/civil-time.ts";
import { type Draws, drawsOf } from "./draws.ts";
import type { HeadRole, Household, OtherRole } from "./household.ts";
import { keysOf } from "./mix.ts";
import { type DrawnSex, drawFamilyName, drawGivenName, type PersonName } from "./names.ts";

/** A person as the household knows them. */
export interface Member {
  readonly sex: DrawnSex;
  readonly birthdate: CivilDate;
  readonly age: number;
  readonly name: PersonName;
}

/** Computes the members of households from seed and index; ages are those of the day `asOf`. */
export type MemberAt = (household: Household, position: number) => Member;

/** Youngest and oldest head of a household, by role. */
const HEAD_AGES: Readonly<Record<HeadRole, readonly [youngest: number, oldest: number]>> = {
  worker: [18, 64],
  parent: [28, 55],
  senior: [65, 74],
  elder: [75, 100],
};
/** Spouses are at most this many years younger or older; ours, as is the youngest age of a parent. */
const SPOUSE_YEARS = 3;
const PARENT_YEARS = 22;
const OLDEST_CHILD = 21;
const DAYS_OF_A_YEAR = 365;
/** Women among a hundred late-elderly people. */
const ELDERLY_WOMEN = 61;

/** Members as of a day. */
export function membersFrom(seed: number, asOf: CivilDate): MemberAt {
  const [familyKey = 0, nameKey = 0, ageKey = 0, sexKey = 0] = keysOf(seed, "member", 4);
  const birthdateOf = (age: number, draws: Draws): CivilDate =>
    addDays(addMonths(asOf, -12 * age), -draws(DAYS_OF_A_YEAR));
  return ({ head, others, headIndex }, position) => {
    const index = headIndex + position;
    const role = others[position - 1];
    const headSex = drawHeadSex(head, drawsOf(sexKey, headIndex));
    const sex = role === undefined ? headSex : role === "spouse" ? otherSex(headSex) : drawSex(drawsOf(sexKey, index));
    const ages = drawsOf(ageKey, index);
    const age =
      role === undefined
        ? drawHeadAge(head, ages)
        : drawOtherAge(role, head, drawHeadAge(head, drawsOf(ageKey, headIndex)), ages);
    return {
      sex,
      birthdate: birthdateOf(age, ages),
      age,
      name: {
        family: drawFamilyName(drawsOf(familyKey, headIndex)),
        given: drawGivenName(sex, drawsOf(nameKey, index)),
      },
    };
  };
}

function drawHeadAge(head: HeadRole, draws: Draws): number {
  const [youngest, oldest] = HEAD_AGES[head];
  const years = oldest - youngest + 1;
  // The very old are few: the smaller of two draws.
  return youngest + (head === "elder" ? Math.min(draws(years), draws(years)) : draws(years));
}

function drawOtherAge(role: OtherRole, head: HeadRole, headAge: number, draws: Draws): number {
  if (role === "child") return draws(Math.min(OLDEST_CHILD, headAge - PARENT_YEARS) + 1);
  const [youngest, oldest] = HEAD_AGES[head];
  return Math.max(youngest, Math.min(oldest, headAge - SPOUSE_YEARS + draws(2 * SPOUSE_YEARS + 1)));
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
