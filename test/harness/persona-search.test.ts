import { expect, test } from "vitest";
import { findPerson } from "../../harness/stage.ts";
import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { Population } from "../../simulator/population/person.ts";
import { rowsThatCount } from "../../simulator/population/personas/common.ts";
import { personas } from "../../simulator/population/personas/index.ts";
import type { Persona } from "../../simulator/population/personas/persona.ts";

test.each(["2021-03-04", "2024-12-02", "2026-02-10", "2034-01-01"])(
  "on %s every persona finds somebody to stand on, with one insurance that counts and nothing special about them",
  (day) => {
    const today = civilDate(day);
    for (const seed of [1, 2, 3]) {
      const population = new Population(seed, { asOf: today });
      for (const persona of personas as readonly Persona[]) {
        const [person] = findPerson(persona, population, today);
        const { alias, flags, sex2 } = person;
        expect([persona.id, rowsThatCount(person, today).length, alias, flags, sex2]).toEqual([
          persona.id,
          1,
          undefined,
          undefined,
          undefined,
        ]);
      }
    }
  },
);
