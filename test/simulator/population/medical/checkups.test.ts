import { describe, expect, it } from "vitest";
import { addMonths, ageOn, civilDate } from "../../../../simulator/kernel/civil-time.ts";
import { civilOf } from "../../../../simulator/population/day-number.ts";
import { SERVICE_START } from "../../../../simulator/population/life-span.ts";
import { bodySex, historyKeys, illnessesOf } from "../../../../simulator/population/medical/health.ts";
import { careHistory, checkupsOf } from "../../../../simulator/population/medical/index.ts";
import { Population } from "../../../../simulator/population/person.ts";

const TODAY = civilDate("2026-02-10");
const population = new Population(7, { asOf: TODAY });
const PEOPLE = 10_000;
const people = Array.from({ length: PEOPLE }, (_, index) =>
  population.personAt((index * 12_347 + 11) % population.size),
);

describe(`the check-ups of ${PEOPLE} people`, () => {
  const checkups = people.flatMap((person) =>
    checkupsOf(person, addMonths(TODAY, -60), TODAY).map((checkup) => ({ person, checkup })),
  );

  it("are yearly, for those of 40 to 74 alone", () => {
    expect(checkups.length).toBeGreaterThan(5_000);
    const age = ({ person, checkup }: (typeof checkups)[number]) => ageOn(person.birthdate, checkup.on);
    expect(checkups.filter((one) => age(one) < 40 || age(one) >= 75)).toEqual([]);
    expect(checkups.filter(({ checkup }) => checkup.loaded <= checkup.on)).toEqual([]);
    const years = checkups.map(({ person, checkup }) => `${person.id} ${checkup.on.slice(0, 4)}`);
    expect(new Set(years).size).toBe(years.length);
  });

  it("are for who is insured, and not on a day in hospital", () => {
    for (const { person, checkup } of checkups) {
      if (checkup.on >= civilOf(SERVICE_START))
        expect(
          person.eligibilities.some(({ acquired, lost = "99991231" }) => acquired <= checkup.on && checkup.on < lost),
        ).toBe(true);
      expect(careHistory(person, checkup.on, checkup.on).filter(({ inpatient }) => inpatient)).toEqual([]);
    }
  });

  it("have values that fit each other and lie where living people's do", () => {
    const odd: unknown[] = [];
    for (const {
      person,
      checkup: { values },
    } of checkups) {
      const {
        height = 0,
        weight = 0,
        bmi = 0,
        waist = 0,
        systolic = 0,
        diastolic = 0,
        hba1c = 0,
        hdl = 0,
        ldl = 0,
        triglyceride = 0,
      } = values;
      const fasting = values.fastingGlucose;
      const fits =
        Math.abs(bmi - weight / (height / 100) ** 2) <= 0.051 &&
        bmi > 16 &&
        bmi < 36 &&
        Math.abs(waist - ((bodySex(person) === "2" ? 36 : 39) + bmi * 1.92)) <= 1.56 &&
        systolic - diastolic >= 25 &&
        systolic < 185 &&
        [hdl, ldl, triglyceride].every((value) => value > 25) &&
        (fasting === undefined) !== (values.casualGlucose === undefined) &&
        (fasting === undefined || Math.abs(hba1c - (5.4 + (fasting - 95) * 0.022)) <= 0.151);
      if (!fits) odd.push(values);
    }
    expect(odd).toEqual([]);
  });

  it("show diabetes in the sugar of those who have it, and shrink nobody by more than an inch in five years", () => {
    const byPerson = Map.groupBy(checkups, ({ person }) => person.id);
    const sugar = (ill: boolean) => {
      const chosen = checkups.filter(
        ({ person, checkup }) =>
          illnessesOf(person, historyKeys(person)).some(
            ({ condition, since }) => condition.id === "diabetes" && since <= checkup.on,
          ) === ill,
      );
      return chosen.reduce((sum, { checkup }) => sum + (checkup.values.hba1c ?? 0), 0) / chosen.length;
    };
    expect(sugar(true)).toBeGreaterThan(sugar(false) + 0.5);
    for (const [, own] of byPerson) {
      const heights = own.map(({ checkup }) => checkup.values.height ?? 0);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(2.54);
    }
  });
});
