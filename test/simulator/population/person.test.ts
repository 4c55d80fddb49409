import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ageOn, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { hasValidCheckDigit, isPersonalNumber } from "../../../simulator/population/check-digit.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../../simulator/population/person.ts";

const asOf = civilDate("2026-02-10");
const japan = new Population(7, { asOf });
/** Spread over all 125 million: the step has no factor in common with them. */
const spread = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, step) => (step * 7_919_101) % japan.size);

function rowOf(person: InsuredPerson): Eligibility {
  const [row, another] = person.eligibilities;
  if (row === undefined || another !== undefined) throw new Error(`${person.id} has not exactly one eligibility`);
  return row;
}

test("the insured number leads back to the person, whoever of the 125 million it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: japan.size - 1 }), (index) => {
      expect(japan.findByInsured(rowOf(japan.personAt(index)))).toContain(index);
    }),
    { numRuns: 5_000 },
  );
});

test("a household shares insurer, symbol and number, and the branch tells its members apart", () => {
  for (const index of spread(2_000)) {
    const key = rowOf(japan.personAt(index));
    const family = japan.findByInsured(key).map((member) => rowOf(japan.personAt(member)));
    for (const { insurerNumber, symbol, number } of family) {
      expect([insurerNumber, symbol, number]).toEqual([key.insurerNumber, key.symbol, key.number]);
    }
    expect(new Set(family.map(({ branch }) => branch)).size).toBe(family.length);
    expect(family.filter(({ personalFamily }) => personalFamily === "1").length).toBe(key.branch === undefined ? 0 : 1);
  }
});

test("in a whole small population no insured key, person or personal number occurs twice", () => {
  const town = new Population(3, { asOf, size: 5_050 });
  const people = Array.from({ length: town.size }, (_, index) => town.personAt(index));
  const keys = people.map(rowOf).map(({ insurerNumber, number, branch }) => `${insurerNumber}/${number}/${branch}`);
  expect(new Set(keys).size).toBe(town.size);
  expect(new Set(people.map(({ personalNumber }) => personalNumber)).size).toBe(town.size);
  for (const [index, person] of people.entries()) {
    const found = town.findByInsured(rowOf(person));
    expect(found).toContain(index);
    expect(found.every((member) => member < town.size)).toBe(true);
  }
});

test.each([
  ["an insurer nobody has", { insurerNumber: "06130488", number: "1" }],
  ["a six-digit insurer without its blanks", { insurerNumber: "990010", number: "0000001" }],
  ["zeros in front where none are registered", { insurerNumber: "06990014", number: "0001" }],
  ["no zeros where some are registered", { insurerNumber: "  990010", number: "1" }],
  ["a late-elderly number with a wrong digit", { insurerNumber: "39990015", number: "00000011" }],
  ["number zero", { insurerNumber: "06990014", number: "0" }],
  ["a number beyond the last household", { insurerNumber: "06990014", number: "9999999" }],
  ["no digits", { insurerNumber: "06990014", number: "１２" }],
])("nobody is found under %s", (_, key) => {
  expect(japan.findByInsured(key)).toEqual([]);
});

test("late-elderly people have a checked number and a ratio, and no symbol, branch or family position", () => {
  for (const person of spread(5_000).map((index) => japan.personAt(index))) {
    const row = rowOf(person);
    const late = row.insurerNumber.startsWith("39");
    expect(late).toBe(ageOn(person.birthdate, asOf) >= 75);
    expect(row.contributionRatio !== undefined).toBe(late);
    expect(row.branch !== undefined && row.personalFamily !== undefined).toBe(!late);
    if (!late) continue;
    expect(row.number).toMatch(/^\d{8}$/);
    expect(hasValidCheckDigit(row.number)).toBe(true);
    expect([row.symbol, row.elderly]).toEqual([undefined, undefined]);
  }
});

test("elderly certificates, preschool marks and limit classes go with the age", () => {
  for (const person of spread(10_000).map((index) => japan.personAt(index))) {
    const { elderly, preschool, limit, contributionRatio } = rowOf(person);
    const age = ageOn(person.birthdate, asOf);
    if (elderly !== undefined) expect(age >= 70 && age < 75).toBe(true);
    if (age > 70 && age < 75) expect(elderly).toBeDefined();
    if (preschool !== undefined) expect(age).toBeLessThan(7);
    if (age < 6) expect(preschool).toBe("1");
    if (limit === undefined) continue;
    const ratio = elderly?.ratio ?? contributionRatio;
    if (ratio === undefined) expect(limit.flag).toMatch(/^A0[1-5]$/);
    else expect(/^B0[1-3]$/.test(limit.flag)).toBe(ratio === "030");
    if (contributionRatio === "020") expect(limit.flag).toBe("B09");
    if (elderly?.ratio === "020") expect(limit.flag).toMatch(/^B0[456]$/);
    expect(limit.classification).toBe(/^(?:A05|B0[5-8])$/.test(limit.flag) ? "02" : "01");
  }
});

test("before October 2022 no late-elderly patient pays two tenths", () => {
  const before = new Population(7, { asOf: civilDate("2022-09-30") });
  const rows = spread(3_000).map((index) => rowOf(before.personAt(index)));
  expect(rows.some(({ contributionRatio }) => contributionRatio === "020")).toBe(false);
  expect(rows.some(({ limit }) => limit?.flag === "B09" || limit?.flag === "B10")).toBe(false);
});

test("everybody is covered on the reference day: acquired after birth, certificates around the day", () => {
  for (const person of spread(5_000).map((index) => japan.personAt(index))) {
    const row = rowOf(person);
    expect(person.birthdate <= row.acquired && row.acquired <= asOf).toBe(true);
    expect(row.lost).toBeUndefined();
    for (const { validFrom, validUntil } of [row, row.elderly ?? {}, row.limit ?? {}]) {
      if (validFrom !== undefined) expect(row.acquired <= validFrom && validFrom <= asOf).toBe(true);
      if (validUntil !== undefined) expect(asOf <= validUntil).toBe(true);
    }
  }
});

test("no certificate outlives the stage of life it belongs to", () => {
  for (const person of spread(20_000).map((index) => japan.personAt(index))) {
    const row = rowOf(person);
    for (const until of [row.validUntil, row.elderly?.validUntil, row.limit?.validUntil]) {
      if (until === undefined) continue;
      const becomesLateElderly = ageOn(person.birthdate, asOf) < 75 && ageOn(person.birthdate, until) >= 75;
      expect(becomesLateElderly).toBe(false);
    }
  }
});

test("texts have the width of the wire, and personal numbers are valid and of the invented block", () => {
  for (const person of spread(3_000).map((index) => japan.personAt(index))) {
    expect(person.name).toMatch(/^[^ -~\uff61-\uff9f]+　[^ -~\uff61-\uff9f]+$/);
    expect(person.kana).toMatch(/^[\uff66-\uff9f]+ [\uff66-\uff9f]+$/);
    expect(person.address).toMatch(/^架空県[^ -~\uff61-\uff9f]+$/);
    expect(person.postNumber).toMatch(/^000-\d{4}$/);
    expect(person.personalNumber.startsWith("99") && isPersonalNumber(person.personalNumber)).toBe(true);
  }
});

test("some names hold old forms, some households no symbol, some people a specific disease", () => {
  const people = spread(20_000).map((index) => japan.personAt(index));
  const share = (has: (person: InsuredPerson) => boolean): number => people.filter(has).length / people.length;
  expect(share(({ name }) => /[髙﨑德]/.test(name))).toBeGreaterThan(0.01);
  expect(share(({ name }) => /[髙﨑德]/.test(name))).toBeLessThan(0.1);
  expect(share((person) => rowOf(person).symbol === undefined && rowOf(person).branch !== undefined)).toBeGreaterThan(
    0.01,
  );
  expect(share((person) => rowOf(person).diseases !== undefined)).toBeGreaterThan(0.001);
});

test("ages are spread as in Japan", () => {
  const ages = spread(20_000).map((index) => ageOn(japan.personAt(index).birthdate, asOf));
  const percent = (from: number, to: number): number =>
    Math.round((100 * ages.filter((age) => age >= from && age <= to).length) / ages.length);
  expect(Math.max(...ages)).toBeLessThanOrEqual(100);
  expect(percent(0, 14)).toBeGreaterThanOrEqual(10);
  expect(percent(0, 14)).toBeLessThanOrEqual(15);
  expect(percent(15, 64)).toBeGreaterThanOrEqual(56);
  expect(percent(15, 64)).toBeLessThanOrEqual(62);
  expect(percent(75, 100)).toBe(16);
});

test("the same seed gives the same people, another seed others", () => {
  const [again, other] = [new Population(7, { asOf }), new Population(8, { asOf })];
  for (const index of spread(100)) {
    expect(again.personAt(index)).toEqual(japan.personAt(index));
    expect(other.personAt(index)).not.toEqual(japan.personAt(index));
  }
});

test("ages count on the day the population is made for, a leap day too", () => {
  const leap = civilDate("2024-02-29");
  const people = new Population(5, { asOf: leap });
  for (const index of spread(3_000)) {
    const person = people.personAt(index);
    expect(person.birthdate <= leap).toBe(true);
    expect(rowOf(person).insurerNumber.startsWith("39")).toBe(ageOn(person.birthdate, leap) >= 75);
  }
});

test("nothing is kept of the people that were computed", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const heapAfter = (people: readonly number[]): number => {
    for (const index of people) japan.findByInsured(rowOf(japan.personAt(index)));
    collect();
    return process.memoryUsage().heapUsed;
  };
  const all = spread(50_000);
  const before = heapAfter(all.slice(0, 5_000));
  // A person takes some 540 bytes (performance.md §9): keeping the rest would show as 24 MB.
  expect(heapAfter(all) - before).toBeLessThan(8_000_000);
});

test("an index, a size or a seed that cannot be is misuse", () => {
  for (const index of [-1, japan.size, 0.5]) expect(() => japan.personAt(index)).toThrow(MisuseError);
  for (const size of [0, 125_000_001, 1.5]) expect(() => new Population(1, { asOf, size })).toThrow(MisuseError);
  expect(() => new Population(0.5, { asOf })).toThrow(MisuseError);
});
