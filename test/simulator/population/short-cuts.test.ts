import fc from "fast-check";
import { expect, test } from "vitest";
import { computedRows } from "../../../simulator/central/population-rows.ts";
import { ComputedAid } from "../../../simulator/population/computed-aid.ts";
import { ComputedSubsidies } from "../../../simulator/population/computed-subsidies.ts";
import { civilOf, dayOf } from "../../../simulator/population/day-number.ts";
import { memberIndex } from "../../../simulator/population/household.ts";
import { HORIZON, SERVICE_START } from "../../../simulator/population/life-span.ts";
import { municipalityAt, pmhOf } from "../../../simulator/population/municipality.ts";
import { japan, spread } from "./people.ts";

const anybody = fc.integer({ min: 0, max: japan.size - 1 });
const anyDay = fc.integer({ min: SERVICE_START, max: HORIZON - 1 });

test("the holders of a number are those whose covers have it by the day, whichever way they are found", () => {
  let several = 0;
  fc.assert(
    fc.property(anybody, anyDay, (index, day) => {
      const { household } = japan.lifeAt(index);
      const lives = japan.lives.together(household);
      for (const { law, use } of lives.flatMap(({ covers }) => covers)) {
        const expected = lives
          .filter(
            ({ member, covers }) =>
              member.birth <= day && covers.some((one) => one.law === law && one.use === use && one.from <= day),
          )
          .map(({ position }) => memberIndex(household, position));
        expect(japan.lives.holdersOf({ household, law, use }, day)).toEqual(expected);
        if (expected.length > 1) several += 1;
      }
    }),
    { numRuns: 3_000 },
  );
  expect(several).toBeGreaterThan(500);
});

test("aid and certificates are the same with and without asking first whether there can be any", () => {
  const [aid, subsidies] = [new ComputedAid(7, japan.lives), new ComputedSubsidies(7, japan.lives)];
  let [aided, certified] = [0, 0];
  for (const index of spread(20_000)) {
    const life = japan.lifeAt(index);
    for (const day of [SERVICE_START + 400, dayOf(japan.asOf), HORIZON - 400]) {
      const [known, certificates] = [japan.aidOf(index, civilOf(day)), japan.subsidiesOf(index, civilOf(day))];
      expect(known).toEqual(aid.of(life, day));
      expect(certificates).toEqual(subsidies.of(life, day));
      if (known !== undefined) aided++;
      if (certificates.length > 0) certified++;
    }
  }
  expect(aided).toBeGreaterThan(25);
  expect(certified).toBeGreaterThan(50);
});

test("who takes part in PMH is the same with and without the rest of the master", () => {
  const joined = pmhOf(7);
  for (let index = 0; index < 999; index++) expect(joined(index)).toBe(municipalityAt(7, index).joinedPmh);
});

test("a computed row is plain data: written as JSON and read again it is the same, and a copy holds all of it", () => {
  const computed = computedRows(japan);
  for (const index of spread(2_000)) {
    const person = computed("person", `p${index}`);
    if (person === undefined) {
      expect(japan.isBorn(index)).toBe(false);
      continue;
    }
    expect(JSON.parse(JSON.stringify(person))).toEqual(person);
    expect({ ...person }).toEqual(japan.personAt(index));
    for (const row of person.eligibilities) expect(Object.values(row)).not.toContain(undefined);
  }
});

test.each(["p", "px", "p1x", "1", "p-1", "p125000000", "p9999999999", "p１"])("no row is computed for %s", (key) => {
  const computed = computedRows(japan);
  for (const table of ["person", "aid", "subsidy"] as const) expect(computed(table, key)).toBeUndefined();
});

test("nothing is computed under aid or certificates for who is not born", () => {
  const computed = computedRows(japan);
  const unborn = spread(5_000).filter((index) => !japan.isBorn(index, civilOf(japan.dayOf(japan.asOf))));
  expect(unborn.length).toBeGreaterThan(300);
  for (const index of unborn)
    for (const table of ["person", "aid", "subsidy"] as const) expect(computed(table, `p${index}`)).toBeUndefined();
});
