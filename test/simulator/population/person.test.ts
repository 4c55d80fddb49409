import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, ageOn, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { hasValidCheckDigit, isPersonalNumber } from "../../../simulator/population/check-digit.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../../simulator/population/person.ts";
import { asOf, insured, japan, openRow, spread } from "./people.ts";

test("the insured number leads back to the person, whoever of the 125 million it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: japan.size - 1 }), (index) => {
      for (const row of japan.personAt(index).eligibilities) expect(japan.findByInsured(row)).toContain(index);
    }),
    { numRuns: 5_000 },
  );
});

test("a household shares insurer, symbol and number, and the branch tells its members apart", () => {
  for (const { row: key } of insured(2_000)) {
    const family = japan.findByInsured(key).map((member) => {
      const row = japan.personAt(member).eligibilities.find(({ insurerNumber, number }) => {
        return insurerNumber === key.insurerNumber && number === key.number;
      });
      return row ?? expect.unreachable(`p${member} does not have the number`);
    });
    for (const { symbol } of family) expect(symbol).toBe(key.symbol);
    expect(new Set(family.map(({ branch }) => branch)).size).toBe(family.length);
    const heads = family.filter(({ personalFamily, lost }) => personalFamily === "1" && lost === undefined);
    expect(heads.length).toBeLessThanOrEqual(1);
  }
});

test("in a whole small population no insured key, person or personal number occurs twice", () => {
  const town = new Population(3, { asOf, size: 5_050 });
  const people = Array.from({ length: town.size }, (_, index) => town.personAt(index));
  const rows = people.flatMap(({ eligibilities }) => eligibilities);
  const keys = rows.map(({ insurerNumber, number, branch }) => `${insurerNumber}/${number}/${branch}`);
  expect(new Set(keys).size).toBe(rows.length);
  expect(new Set(people.map(({ personalNumber }) => personalNumber)).size).toBe(town.size);
  expect(new Set(people.map(({ address }) => address)).size).toBe(
    new Set(people.map((_, index) => town.lifeAt(index).household.headIndex)).size,
  );
  for (const [index, person] of people.entries()) {
    for (const row of person.eligibilities) {
      const found = town.findByInsured(row);
      expect(found).toContain(index);
      expect(found.every((member) => member < town.size)).toBe(true);
    }
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
  for (const { person, row } of insured(5_000)) {
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
  for (const { person, row } of insured(10_000)) {
    const { elderly, preschool, limit, contributionRatio } = row;
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
  const rows = insured(3_000, new Population(7, { asOf: civilDate("2022-09-30") })).map(({ row }) => row);
  expect(rows.some(({ contributionRatio }) => contributionRatio === "020")).toBe(false);
  expect(rows.some(({ limit }) => limit?.flag === "B09" || limit?.flag === "B10")).toBe(false);
});

test.each([
  ["2022-09-30", (row: Eligibility) => row.validUntil, (row: Eligibility) => row.limit?.validUntil, "20220930"],
  ["2022-10-01", (row: Eligibility) => row.validFrom, (row: Eligibility) => row.limit?.validFrom, "20221001"],
] as const)(
  "on %s the certificates of the late-elderly lie on one side of the new classes",
  (day, card, limit, cut) => {
    const rows = insured(3_000, new Population(7, { asOf: civilDate(day) })).map(({ row }) => row);
    const late = rows.filter(({ contributionRatio }) => contributionRatio !== undefined);
    expect(late.length).toBeGreaterThan(200);
    expect(new Set(late.map(card))).toEqual(new Set([cut]));
    expect(new Set(late.flatMap((row) => limit(row) ?? []))).toEqual(new Set([cut]));
  },
);

test("nearly everybody is covered, certificates lie around the day, and who is not is dead, unborn or on aid", () => {
  let covered = 0;
  for (const index of spread(5_000)) {
    const person = japan.personAt(index);
    const row = openRow(person);
    if (row === undefined) {
      const { member, life } = japan.lifeAt(index);
      const day = japan.dayOf(asOf);
      expect(member.death < day || member.birth > day || life.aid !== undefined).toBe(true);
      continue;
    }
    covered += 1;
    expect(person.birthdate <= row.acquired && row.acquired <= asOf).toBe(true);
    for (const { validFrom, validUntil } of [row, row.elderly ?? {}, row.limit ?? {}]) {
      if (validFrom !== undefined) expect(row.acquired <= validFrom && validFrom <= asOf).toBe(true);
      if (validUntil !== undefined) expect(asOf <= validUntil).toBe(true);
    }
  }
  expect(covered).toBeGreaterThan(4_150);
});

test("no certificate outlives the stage of life it belongs to", () => {
  for (const { person, row } of insured(10_000)) {
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

test("some names hold old forms or are foreign, some households have no symbol, a few are protected or on the back", () => {
  const people = spread(20_000).map((index) => japan.personAt(index));
  const perThousand = (has: (person: InsuredPerson) => boolean): number =>
    (1_000 * people.filter(has).length) / people.length;
  expect(perThousand(({ name }) => /[髙﨑德]/.test(name))).toBeGreaterThan(10);
  expect(perThousand(({ name }) => /[髙﨑德]/.test(name))).toBeLessThan(100);
  const noSymbol = (person: InsuredPerson): boolean =>
    openRow(person)?.branch !== undefined && openRow(person)?.symbol === undefined;
  expect(perThousand(noSymbol)).toBeGreaterThan(10);
  expect(perThousand((person) => openRow(person)?.diseases !== undefined)).toBeGreaterThan(1);
  for (const rare of [
    ({ alias }: InsuredPerson) => alias !== undefined,
    ({ sex2 }: InsuredPerson) => sex2 !== undefined,
    ({ flags }: InsuredPerson) => flags?.selfInfoRefused === true,
    ({ flags }: InsuredPerson) => flags?.addressWithheld === true,
  ]) {
    expect(perThousand(rare)).toBeGreaterThan(0.1);
    expect(perThousand(rare)).toBeLessThan(10);
  }
});

test("the comparison with J-LIS holds some of what was registered since it began, for good, and nothing before", () => {
  const later = civilDate("2035-01-01");
  let [held, since] = [0, 0];
  for (const index of spread(40_000)) {
    for (const row of japan.personAt(index, later).eligibilities) {
      if (row.held === true) held += 1;
      if (row.held === true) expect(row.acquired >= "20240507").toBe(true);
      if (row.acquired >= "20240507") since += 1;
    }
    expect(japan.personAt(index, later).flags?.onHold).toBeUndefined();
  }
  expect((10_000 * held) / since).toBeGreaterThan(3);
  expect((10_000 * held) / since).toBeLessThan(30);
});

test("a second name comes with a Latin one, and a second sex with a first that is not set", () => {
  for (const { name, alias, sex, sex2 } of spread(20_000).map((index) => japan.personAt(index))) {
    expect(/^[Ａ-Ｚ]+　[Ａ-Ｚ]+$/.test(name)).toBe(alias !== undefined);
    expect(sex === "3").toBe(sex2 !== undefined);
  }
});

test("about nine of ten have exactly one row, and nobody two open ones", () => {
  const people = spread(20_000).map((index) => japan.personAt(index));
  const withRows = people.filter(({ eligibilities }) => eligibilities.length > 0);
  const several = withRows.filter(({ eligibilities }) => eligibilities.length > 1).length / withRows.length;
  expect(several).toBeGreaterThan(0.05);
  expect(several).toBeLessThan(0.12);
  for (const { eligibilities } of people)
    expect(eligibilities.filter(({ lost }) => lost === undefined).length).toBeLessThan(2);
});

test("ages are spread as in Japan", () => {
  const ages = insured(20_000).map(({ person }) => ageOn(person.birthdate, asOf));
  const percent = (from: number, to: number): number =>
    Math.round((100 * ages.filter((age) => age >= from && age <= to).length) / ages.length);
  expect(Math.max(...ages)).toBeLessThanOrEqual(105);
  expect(percent(0, 14)).toBeGreaterThanOrEqual(9);
  expect(percent(0, 14)).toBeLessThanOrEqual(13);
  expect(percent(15, 64)).toBeGreaterThanOrEqual(57);
  expect(percent(15, 64)).toBeLessThanOrEqual(63);
  expect(percent(75, 110)).toBeGreaterThanOrEqual(15);
  expect(percent(75, 110)).toBeLessThanOrEqual(18);
});

test("the same seed gives the same people, another seed others", () => {
  const [again, other] = [new Population(7, { asOf }), new Population(8, { asOf })];
  for (const index of spread(100)) {
    expect(again.personAt(index)).toEqual(japan.personAt(index));
    expect(other.personAt(index)).not.toEqual(japan.personAt(index));
  }
});

test("the day a population is made for is only the day it is looked at", () => {
  const later = addMonths(asOf, 30);
  const other = new Population(7, { asOf: later });
  for (const index of spread(1_000)) expect(other.personAt(index, asOf)).toEqual(japan.personAt(index));
  for (const index of spread(1_000)) expect(japan.personAt(index, later)).toEqual(other.personAt(index));
});

test("nothing is kept of the people that were computed", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const heapAfter = (people: readonly number[]): number => {
    for (const index of people) for (const row of japan.personAt(index).eligibilities) japan.findByInsured(row);
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
  for (const day of ["2021-03-03", "2050-01-01"]) expect(() => japan.personAt(0, civilDate(day))).toThrow(MisuseError);
});
