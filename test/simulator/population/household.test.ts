import fc from "fast-check";
import { expect, test } from "vitest";
import {
  Households,
  householdOrdinal,
  memberIndex,
  memberPosition,
  numberOrdinal,
} from "../../../simulator/population/household.ts";
import { HOUSEHOLD_KINDS, LATE_BORN } from "../../../simulator/population/household-kinds.ts";
import {
  againOfUse,
  homeUse,
  isOwn,
  ownUse,
  residenceOfUse,
  stageUse,
} from "../../../simulator/population/number-use.ts";

const country = new Households(125_000_000);
const LAWS = ["kyokai", "union", "mutual-aid", "late-elderly"] as const;

test("a block is a hundred people and eight born late, and no kind breaks the rules its table states", () => {
  const inBlock = (late: boolean): number =>
    HOUSEHOLD_KINDS.reduce(
      (sum, { count, others }) =>
        sum + count * (late ? 0 : 1) + count * others.filter((role) => (role === LATE_BORN) === late).length,
      0,
    );
  expect([inBlock(false), inBlock(true)]).toEqual([100, 8]);
  for (const { path, head, others } of HOUSEHOLD_KINDS) {
    expect(path.length).toBeLessThanOrEqual(3);
    expect(path.some((law, stage) => law === "national" && path[stage + 1] === "national")).toBe(false);
    expect(path).not.toContain("late-elderly");
    // A head who can reach 75 would leave dependants without insurance.
    if (path[0] !== "national" && (head === "senior" || head === "elder")) expect(others).toEqual([]);
    if (head === "elder") expect(others).toEqual([]);
    // The last of at most four, for a recipient number has room for four members.
    if (others.includes(LATE_BORN))
      expect([others.indexOf(LATE_BORN), others.length < 4]).toEqual([others.length - 1, true]);
  }
});

test.each([125_000_000, 5_050, 1_000, 107, 3])(
  "among %i everybody sits in one household, and index and ordinal lead back to them",
  (size) => {
    const households = new Households(size);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size - 1 }), (index) => {
        const household = households.of(index);
        const position = memberPosition(household, index);
        expect(position >= 0 && position < households.membersOf(household)).toBe(true);
        expect(memberIndex(household, position)).toBe(index);
        expect(households.of(household.headIndex)).toEqual(household);
        expect(households.at(householdOrdinal(household))).toEqual(household);
        expect(householdOrdinal(household)).toBeLessThan(households.count);
      }),
    );
  },
);

test("in a whole population each index is one member's, and households beyond the last seat are nobody's", () => {
  const households = new Households(5_050);
  const indices: number[] = [];
  for (let ordinal = 0; ordinal < households.count; ordinal++) {
    const household = households.at(ordinal);
    for (let position = 0; position < households.membersOf(household); position++)
      indices.push(memberIndex(household, position));
  }
  expect(indices.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 5_050 }, (_, index) => index));
});

test.each(LAWS)("every number kept free under %s is of one use, which leads back to it", (law) => {
  const households = new Households(300);
  const kept = households.numbersUnder(law);
  expect(kept % 3).toBe(0);
  for (let ordinal = 0; ordinal < kept; ordinal++) {
    const { household, use } = households.numberUseAt(law, ordinal);
    expect(numberOrdinal(law, household, use)).toBe(ordinal);
    expect(isOwn(use) || household.slot.path[use] === law).toBe(true);
  }
  expect(country.numbersUnder(law) / 47).toBeLessThan(9_999_999);
});

test("uses of a household are all different numbers, and tell what they are", () => {
  const uses = [
    ...[0, 1, 2].map(stageUse),
    ...[0, 1, 2, 3].map(ownUse),
    ...([0, 1] as const).flatMap((residence) => [0, 1, 2, 3].map((again) => homeUse(residence, again))),
  ];
  expect(new Set(uses).size).toBe(uses.length);
  for (const residence of [0, 1] as const)
    for (const again of [0, 3]) {
      const use = homeUse(residence, again);
      expect([residenceOfUse(use), againOfUse(use), isOwn(use)]).toEqual([residence, again, false]);
    }
  expect(isOwn(ownUse(0)) && isOwn(ownUse(3)) && !isOwn(stageUse(2))).toBe(true);
});
