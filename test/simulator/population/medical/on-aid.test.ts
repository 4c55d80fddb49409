import { describe, expect, it } from "vitest";
import { civilDate } from "../../../../simulator/kernel/civil-time.ts";
import { aidHomes } from "../../../../simulator/population/aid-period.ts";
import { birthdayOf, civilOf } from "../../../../simulator/population/day-number.ts";
import { HORIZON, SERVICE_START } from "../../../../simulator/population/life-span.ts";
import type { Life } from "../../../../simulator/population/lives.ts";
import { historyKeys, illnessesOf } from "../../../../simulator/population/medical/health.ts";
import { careHistory, checkupsOf } from "../../../../simulator/population/medical/index.ts";
import { Population } from "../../../../simulator/population/person.ts";
import { MUNICIPALITIES } from "../../../../simulator/population/places.ts";

const population = new Population(7, { asOf: civilDate("2026-02-10") });

/** Lives of the people of so many households that are on 医療扶助 at some time. */
function onAid(households: number): readonly Life[] {
  const { lives } = population;
  return Array.from({ length: households }, (_, nth) => {
    const home = aidHomes(nth % MUNICIPALITIES);
    for (let skipped = 0; skipped < Math.trunc(nth / MUNICIPALITIES); skipped++) home.next();
    return lives.registry.livingAt(home.next().value);
  }).flatMap((living) => (living === undefined || living.residence !== 0 ? [] : lives.together(living.household)));
}

describe("a history of somebody on aid", () => {
  const last = civilOf(HORIZON - 1);

  it("ends with the life, whether or not an insurance ends with it", () => {
    const lives = onAid(3_000).filter(({ member }) => member.death < HORIZON - 1);
    const withoutLoss = lives.filter(({ covers }) => !covers.some(({ reason }) => reason === "01"));
    expect(withoutLoss.length).toBeGreaterThan(50);
    for (const { index, member } of lives) {
      const person = population.personAt(index, last);
      expect(person.died).toBe(civilOf(member.death));
      expect(population.personAt(index, civilOf(member.death)).died).toBeUndefined();
      expect(careHistory(person, civilOf(member.death + 1), last)).toEqual([]);
      expect(checkupsOf(person, civilOf(member.death + 1), last)).toEqual([]);
    }
  });

  it("knows of a specific disease on every day alike, while no insurance tells of it too", () => {
    const ill = onAid(20_000).filter(({ index }) => population.personAt(index, last).specificDisease !== undefined);
    expect(ill.length).toBeGreaterThan(20);
    let untold = 0;
    for (const { index, member } of ill) {
      const first = Math.max(SERVICE_START, birthdayOf(member.birth, 7));
      const known = [first, HORIZON - 1].map((day) => {
        const person = population.personAt(index, civilOf(day));
        if (!person.eligibilities.some(({ diseases }) => diseases !== undefined)) untold++;
        return illnessesOf(person, historyKeys(person));
      });
      expect(known[0]).toEqual(known[1]);
      expect(known[0]?.some(({ condition }) => condition.diseaseCategory !== undefined)).toBe(true);
    }
    expect(untold).toBeGreaterThan(5);
  });
});
