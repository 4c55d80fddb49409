import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, ageOn, civilDate } from "../../../../simulator/kernel/civil-time.ts";
import { facilityByCode } from "../../../../simulator/population/facility.ts";
import { dayNumber, weekday } from "../../../../simulator/population/medical/days.ts";
import { bodySex, historyKeys, illnessesOf, pregnanciesOf } from "../../../../simulator/population/medical/health.ts";
import { type CareDay, careHistory, checkupsOf } from "../../../../simulator/population/medical/index.ts";
import { goTogether } from "../../../../simulator/population/medical/interactions.ts";
import { type InsuredPerson, Population } from "../../../../simulator/population/person.ts";

const TODAY = civilDate("2026-02-10");
const YEAR_AGO = addMonths(TODAY, -12);
const population = new Population(7, { asOf: TODAY });
const PEOPLE = 10_000;
const people: readonly InsuredPerson[] = Array.from({ length: PEOPLE }, (_, index) =>
  population.personAt((index * 12_347 + 11) % population.size),
);
const histories = people.map((person) => ({ person, days: careHistory(person, YEAR_AGO, TODAY) }));
const isDead = ({ died }: InsuredPerson) => died !== undefined;
const living = people.filter((person) => !isDead(person));
const hasDialysis = ({ specificDisease }: InsuredPerson) => specificDisease === "1";
const everyDay = histories.flatMap(({ person, days }) => days.map((day) => ({ person, day })));
const withClass = (drugClass: string) =>
  everyDay.filter(({ day }) => day.drugs.some(({ product }) => product.drugClass === drugClass));
const because = (reason: string) => everyDay.filter(({ day }) => day.reasons.includes(reason));
const ageOf = (person: InsuredPerson, day: CareDay): number => ageOn(person.birthdate, day.on);

describe(`the histories of ${PEOPLE} people`, () => {
  it("lie between birth and today, in order, one day at a facility once", () => {
    for (const { person, days } of histories) {
      const keys = days.map(({ on, facility, inpatient }) => `${on}/${facility.code}/${inpatient}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { reasons } of days) expect(new Set(reasons).size).toBe(reasons.length);
      expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted());
      for (const { on } of days) expect(on >= person.birthdate && on >= YEAR_AGO && on <= TODAY).toBe(true);
    }
  });

  it("end with the life", () => {
    const dead = histories.filter(({ person }) => isDead(person));
    expect(dead.length).toBeGreaterThan(100);
    for (const { person, days } of dead) {
      const died = person.died ?? "";
      expect(days.filter(({ on }) => on > died)).toEqual([]);
      expect(checkupsOf(person, YEAR_AGO, TODAY).filter(({ on }) => on > died)).toEqual([]);
    }
    expect(dead.some(({ days }) => days.length > 0)).toBe(true);
  });

  it("let only women between 18 and 44 be pregnant, and give them nothing that harms", () => {
    const expectant = everyDay.filter(({ day }) => /pregnancy|caesarean/.test(day.reasons.join()));
    expect(expectant.length).toBeGreaterThan(50);
    for (const { person, day } of expectant) {
      expect(bodySex(person)).toBe("2");
      expect(ageOf(person, day)).toBeGreaterThanOrEqual(18);
      expect(ageOf(person, day)).toBeLessThan(45);
    }
    const harmful = ["arb", "statin", "biguanide", "dpp4", "anticoagulant", "nsaid", "hypnotic", "bone", "urate"];
    for (const { person, days } of histories.filter(({ person }) => bodySex(person) === "2")) {
      for (const { from, birth } of pregnanciesOf(person, historyKeys(person), YEAR_AGO, TODAY)) {
        const expecting = days.filter(({ on }) => from <= on && on <= birth);
        const given = expecting.flatMap(({ drugs }) => drugs);
        expect(given.filter(({ product }) => harmful.includes(product.drugClass))).toEqual([]);
      }
    }
  });

  it("keep illnesses of age and sex where they belong", () => {
    for (const { person, day } of because("dementia")) expect(ageOf(person, day)).toBeGreaterThanOrEqual(65);
    for (const { person } of because("prostate")) expect(bodySex(person)).toBe("1");
    for (const { person, day } of because("osteoporosis")) expect(ageOf(person, day)).toBeGreaterThanOrEqual(55);
    for (const { person, day } of because("gout")) expect(ageOf(person, day)).toBeGreaterThanOrEqual(30);
    for (const { person } of because("cystitis")) expect(bodySex(person)).toBe("2");
    for (const reason of ["hand-foot-mouth", "chickenpox", "otitis"]) {
      expect(because(reason).length).toBeGreaterThan(0);
      for (const { person, day } of because(reason)) expect(ageOf(person, day)).toBeLessThan(10);
    }
    const diabetics = new Set(because("diabetes").map(({ person }) => person.id));
    expect(diabetics.size / PEOPLE).toBeGreaterThan(0.03);
    expect(diabetics.size / PEOPLE).toBeLessThan(0.12);
  });

  it("X-ray nobody in pregnancy, on dialysis neither", () => {
    let acts = 0;
    for (const person of people.filter((one) => bodySex(one) === "2")) {
      for (const { from, birth } of pregnanciesOf(person, historyKeys(person), YEAR_AGO, TODAY)) {
        const done = careHistory({ ...person, specificDisease: "1" }, from, birth).flatMap((day) => day.acts);
        expect(done.filter(({ act }) => act.id === "xray")).toEqual([]);
        acts += done.length;
      }
    }
    expect(acts).toBeGreaterThan(1_000);
  });

  it("treat a depression, whatever else keeps the person awake", () => {
    const depressed = because("depression");
    const sleepless = new Set(because("insomnia").map(({ person }) => person));
    expect(depressed.some(({ person }) => sleepless.has(person))).toBe(true);
    const untreated = depressed.filter(({ day }) => day.reasons.length === 1 && day.drugs.length === 0);
    for (const { person } of untreated) {
      const pregnancies = pregnanciesOf(person, historyKeys(person), YEAR_AGO, TODAY);
      expect(pregnancies.length).toBeGreaterThan(0);
    }
  });

  it("know their seasons: hay fever in spring, influenza in winter, hand, foot and mouth in summer", () => {
    const months = (reason: string) => new Set(because(reason).map(({ day }) => day.on.slice(4, 6)));
    for (const { day } of because("hay-fever").filter(({ day }) => day.reasons.length === 1)) {
      expect(["02", "03", "04"]).toContain(day.on.slice(4, 6));
    }
    expect([...months("influenza")].every((month) => ["12", "01", "02", "03"].includes(month))).toBe(true);
    expect([...months("hand-foot-mouth")].every((month) => ["06", "07", "08"].includes(month))).toBe(true);
  });

  it("put on dialysis exactly those with the certificate, three times a week", () => {
    const patients = living.filter(hasDialysis);
    expect(patients.length).toBeGreaterThan(10);
    const treated = new Set(because("dialysis").map(({ person }) => person.id));
    for (const person of people) if (treated.has(person.id)) expect(hasDialysis(person)).toBe(true);
    for (const person of patients) {
      const days = careHistory(person, addDays(TODAY, -6), TODAY).filter(
        ({ acts, inpatient }) => !inpatient && acts.some(({ act }) => act.id === "dialysis"),
      );
      const inHospital = careHistory(person, addDays(TODAY, -6), TODAY).some(({ inpatient }) => inpatient);
      if (!inHospital) expect(days).toHaveLength(3);
      for (const { on } of days) expect(weekday(dayNumber(on))).not.toBe(0);
    }
    for (const { day } of because("dialysis"))
      for (const { product } of day.drugs) expect(["biguanide", "nsaid", "bone"]).not.toContain(product.drugClass);
  });

  it("give children what is for children, and nobody two drugs that hurt each other on one day", () => {
    const given = everyDay.flatMap(({ person, day }) =>
      day.drugs.map((drug) => ({ age: ageOf(person, day), ...drug })),
    );
    expect(
      given.filter(({ product, age }) => product.age !== undefined && (product.age === "child") !== age < 15),
    ).toEqual([]);
    expect(given.filter(({ times }) => times < 1 || times > 56)).toEqual([]);
    const together = everyDay.flatMap(({ day: { drugs } }) =>
      drugs.flatMap(({ product }, index) => drugs.slice(0, index).map((other) => [product, other.product] as const)),
    );
    expect(together.length).toBeGreaterThan(1_000);
    expect(together.filter(([one, other]) => !goTogether(one, other))).toEqual([]);
    expect(withClass("hypnotic").filter(({ person, day }) => ageOf(person, day) < 40)).toEqual([]);
  });

  it("nor over the weeks: what is still being taken goes with what is added, unless the illness has just begun", () => {
    let pairs = 0;
    const harmful: unknown[] = [];
    for (const { person, days } of histories) {
      const recent = illnessesOf(person, historyKeys(person)).filter(({ since }) => since > addDays(YEAR_AGO, -60));
      if (recent.length > 0) continue;
      for (const [index, day] of days.entries()) {
        for (const earlier of days.slice(Math.max(0, index - 12), index)) {
          const since = dayNumber(day.on) - dayNumber(earlier.on);
          const taking = earlier.drugs.filter(({ product, times }) => product.form === "oral" && times > since);
          for (const one of taking.map(({ product }) => product)) {
            for (const other of day.drugs.map(({ product }) => product)) {
              if (one.drugClass === other.drugClass) continue; // a refill
              pairs++;
              if (!goTogether(one, other)) harmful.push([person.id, one.id, other.id]);
            }
          }
        }
      }
    }
    expect(harmful).toEqual([]);
    expect(pairs).toBeGreaterThan(1_000);
  });

  it("refill in time: what is taken daily lasts until the next visit, but for stays in hospital", () => {
    for (const { days } of histories.filter((_, index) => index % 20 === 0)) {
      if (days.some(({ inpatient }) => inpatient)) continue;
      const visits = days.filter(({ drugs }) =>
        drugs.some(({ product }) => product.drugClass === "thyroid" || product.drugClass === "calcium-blocker"),
      );
      for (const [index, visit] of visits.entries()) {
        const next = visits[index + 1];
        const daily = visit.drugs.find(
          ({ product }) => product.drugClass === "thyroid" || product.drugClass === "calcium-blocker",
        );
        if (next === undefined || daily === undefined) continue;
        expect(dayNumber(next.on) - dayNumber(visit.on)).toBeLessThanOrEqual(daily.times + 1); // Sunday: the day after
      }
    }
  });

  it("use invented products and acts alone, of institutions of prefecture 99", () => {
    const products = new Set(everyDay.flatMap(({ day }) => day.drugs.map(({ product }) => product)));
    expect(products.size).toBeGreaterThan(25);
    for (const { code, name, ingredient } of products) {
      expect(code).toMatch(/^6999\d{5}$/);
      expect(name).toContain("架空");
      expect(ingredient).toContain("架空");
    }
    for (const act of new Set(everyDay.flatMap(({ day }) => day.acts.map((done) => done.act)))) {
      expect(act.code).toMatch(/^1999\d{5}$/);
    }
    expect(everyDay.filter(({ day }) => !/^99[13]\d{7}$/.test(day.facility.code))).toEqual([]);
    for (const { day } of everyDay) {
      for (const { code, name } of [day.facility, day.pharmacy ?? day.facility])
        expect(facilityByCode(code)?.name.ja).toBe(name);
    }
    const pharmacies = everyDay.filter(({ day }) => day.pharmacy !== undefined);
    expect(pharmacies.filter(({ day }) => !/^994\d{7}$/.test(day.pharmacy?.code ?? ""))).toEqual([]);
    expect(pharmacies.filter(({ day }) => day.drugs.length === 0)).toEqual([]);
  });

  it("do not let an out-patient be seen while in hospital", () => {
    for (const { days } of histories) {
      const inside = new Set(days.filter(({ inpatient }) => inpatient).map(({ on }) => on));
      expect(days.filter(({ on, inpatient }) => !inpatient && inside.has(on))).toEqual([]);
    }
  });
});

describe("a history", () => {
  it("is the same on the days that two periods share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: population.size - 1 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 400 }),
        (index, back, length) => {
          const person = population.personAt(index);
          const from = addDays(TODAY, -back);
          const until = addDays(from, length);
          const whole = careHistory(person, addDays(TODAY, -900), addDays(TODAY, 400));
          expect(careHistory(person, from, until)).toEqual(whole.filter(({ on }) => on >= from && on <= until));
        },
      ),
      { seed: 26, numRuns: 300 },
    );
  });

  it("does not hang on where the certificate shows the sex", () => {
    for (const person of people.slice(0, 1_000)) {
      if (person.sex === "3") continue;
      const hidden = { ...person, sex: "3", sex2: person.sex } as const;
      expect(careHistory(hidden, YEAR_AGO, TODAY)).toEqual(careHistory(person, YEAR_AGO, TODAY));
      expect(checkupsOf(hidden, YEAR_AGO, TODAY)).toEqual(checkupsOf(person, YEAR_AGO, TODAY));
    }
  });

  it("lets no lasting illness end by growing older", () => {
    for (const person of people.slice(0, 500)) {
      const illnesses = illnessesOf(person, historyKeys(person));
      for (const { since } of illnesses) expect(since >= person.birthdate).toBe(true);
    }
  });
});
