import { ageOn } from "../../simulator/kernel/civil-time.ts";
import type { MedicalAid } from "../../simulator/population/medical-aid.ts";
import type { InsuredPerson, Population } from "../../simulator/population/person.ts";
import type { SubsidyEntry } from "../../simulator/population/subsidy.ts";
import { type MedicalRecord, medicalRecord } from "./population-medical.ts";

/** Somebody of the same household. */
export interface Relative {
  readonly id: string;
  readonly name: string;
  readonly birthdate: string;
  readonly relation: "head" | "spouse" | "child" | "late-born";
}

/** A person with all that the centre knows on a day, but for the personal number. */
export interface PersonRecord extends Omit<InsuredPerson, "personalNumber"> {
  /** Full years, of somebody who died those they would have. */
  readonly age: number;
  readonly deceased: boolean;
  readonly aid: MedicalAid | undefined;
  readonly subsidies: readonly SubsidyEntry[];
  readonly medical: MedicalRecord;
  /** Everybody of the household who is born, dead ones too; the person among them. */
  readonly household: readonly Relative[];
}

/** The record of a person who is born, on the population's day. */
export function personRecord(population: Population, index: number): PersonRecord {
  const whole = population.personAt(index);
  const { personalNumber: _private, ...person } = whole;
  const { household, member } = population.lifeAt(index);
  const day = population.dayOf(population.asOf);
  return {
    ...person,
    age: ageOn(person.birthdate, population.asOf),
    deceased: member.death < day,
    aid: population.aidOf(index),
    subsidies: population.subsidiesOf(index),
    medical: medicalRecord(whole, population.asOf),
    household: population.lives
      .together(household)
      .filter(({ member: { birth } }) => birth <= day)
      .map(({ index: other, member: { role } }) => {
        const { id, name, birthdate } = population.personAt(other);
        return { id, name, birthdate, relation: role ?? "head" };
      }),
  };
}
