import { ageOn, type CivilDate } from "../../../simulator/kernel/civil-time.ts";
import { type Rng, rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { type InsuredPerson, Population } from "../../../simulator/population/person.ts";
import { findPerson, personaById } from "../../stage.ts";
import { type FaceSubject, faceSubject } from "./subject.ts";

/** A persona before the camera, and the chance of their captures. */
export interface PersonaSubject {
  readonly person: InsuredPerson;
  readonly subject: FaceSubject;
  readonly rng: Rng;
}

/** The face of a persona, the same as a scenario of this seed and day has it. A MisuseError when there is no such persona. */
export async function personaSubject(persona: string, seed: number, today: CivilDate): Promise<PersonaSubject> {
  const { id, ...rest } = personaById(persona);
  const [person] = findPerson({ id, ...rest }, new Population(seed, { asOf: today }), today);
  const rng = rngFromSeed(seed).fork(`portrait/${id}`);
  const about = { sex: person.sex, ageYears: ageOn(person.birthdate, today) };
  return { person, subject: await faceSubject(rng, about), rng };
}
