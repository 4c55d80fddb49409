import fc from "fast-check";
import { expect, test } from "vitest";
import {
  householdAt,
  householdOf,
  householdOrdinal,
  householdsIn,
  numberOrdinal,
  numbersUnder,
  numberUseAt,
} from "../../../simulator/population/household.ts";
import { HOUSEHOLD_KINDS } from "../../../simulator/population/household-kinds.ts";
import {
  againOfUse,
  homeUse,
  isOwn,
  ownUse,
  residenceOfUse,
  stageUse,
} from "../../../simulator/population/number-use.ts";

const LAWS = ["kyokai", "union", "mutual-aid", "late-elderly"] as const;

test("a block is a hundred people, and no kind breaks the rules its table states", () => {
  expect(HOUSEHOLD_KINDS.reduce((sum, { count, others }) => sum + count * (1 + others.length), 0)).toBe(100);
  for (const { path, head, others } of HOUSEHOLD_KINDS) {
    expect(path.length).toBeLessThanOrEqual(3);
    expect(path.some((law, stage) => law === "national" && path[stage + 1] === "national")).toBe(false);
    expect(path).not.toContain("late-elderly");
    // A head who can reach 75 would leave dependants without insurance.
    if (path[0] !== "national" && (head === "senior" || head === "elder")) expect(others).toEqual([]);
    if (head === "elder") expect(others).toEqual([]);
  }
});

test("everybody sits in one household, whose members follow each other, and its ordinal leads back to it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 124_999_999 }), (index) => {
      const household = householdOf(index);
      const position = index - household.headIndex;
      expect(position >= 0 && position <= household.slot.others.length).toBe(true);
      expect(householdOf(household.headIndex)).toEqual(household);
      expect(householdAt(householdOrdinal(household))).toEqual(household);
      expect(householdOrdinal(household)).toBeLessThan(householdsIn(125_000_000));
    }),
  );
});

test.each(LAWS)("every number kept free under %s is of one use, which leads back to it", (law) => {
  const kept = numbersUnder(law, 300);
  expect(kept % 3).toBe(0);
  for (let ordinal = 0; ordinal < kept; ordinal++) {
    const { household, use } = numberUseAt(law, ordinal);
    expect(numberOrdinal(law, household, use)).toBe(ordinal);
    expect(isOwn(use) || household.slot.path[use] === law).toBe(true);
  }
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
