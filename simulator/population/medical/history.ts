import { ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import { type ActId, medicalAct } from "./acts.ts";
import type { DoneAct } from "./care-day.ts";
import type { HistoryKeys, Illness, Patient, Pregnancy } from "./health.ts";
import { type Circumstances, suits, takenTogether } from "./interactions.ts";
import type { Stay } from "./operations.ts";
import { type DrugProduct, drugProduct } from "./products.ts";

/** Everything a person's history of a period is made from. */
export interface History {
  readonly patient: Patient;
  readonly keys: HistoryKeys;
  readonly illnesses: readonly Illness[];
  readonly pregnancies: readonly Pregnancy[];
  readonly stays: readonly Stay[];
  readonly period: readonly [CivilDate, CivilDate];
}

/** Drugs a person takes for lasting illnesses on a day, the gravest first. */
export function takenFor(
  illnesses: readonly Illness[],
  circumstances: Circumstances,
  on: CivilDate,
): readonly DrugProduct[] {
  const weight = ({ condition: { diseaseCategory, minor } }: Illness): number =>
    diseaseCategory !== undefined ? 0 : minor === undefined ? 1 : 2;
  const wanted = illnesses
    .filter((illness) => isActive(illness, on))
    .toSorted((a, b) => weight(a) - weight(b))
    .flatMap(({ regimen }) => regimen.map(drugProduct))
    .filter((product) => suits(product, circumstances));
  return takenTogether(wanted);
}

/** The circumstances of a person on a day. */
export function circumstancesOn({ patient, illnesses, pregnancies }: History, on: CivilDate): Circumstances {
  return {
    pregnant: pregnancies.some(({ from, birth }) => from <= on && on <= birth),
    onDialysis: illnesses.some(({ condition, since }) => condition.id === "dialysis" && since <= on),
    age: ageOn(patient.birthdate, on),
  };
}

/** Whether an illness is there on a day, and in its season. */
export function isActive({ since, condition: { months } }: Illness, on: CivilDate): boolean {
  return since <= on && (months === undefined || months.includes(Number(on.slice(4, 6))));
}

/** An act, done so many times. */
export function done(id: ActId, count = 1): DoneAct {
  return { act: medicalAct(id), count };
}
