import { addDays, ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import { civilOf } from "../day-number.ts";
import { drawsOf } from "../draws.ts";
import { SERVICE_START } from "../life-span.ts";
import type { CheckupItemId } from "./checkup-items.ts";
import { type HistoryKeys, historyKeys, type Illness, illnessesOf, type Patient, pregnanciesOf } from "./health.ts";
import { type Measured, measure } from "./measurements.ts";
import { REACH_DAYS, staysOf } from "./operations.ts";

/** One check-up 特定健診. Values are numbers in the units of the items; what was not measured is absent. */
export interface CheckupRecord {
  readonly on: CivilDate;
  /** The day the insurer loaded it into the centre (eligibility-rules.md §6.1: "when the insurer loads"; the time is ours). */
  readonly loaded: CivilDate;
  readonly values: Readonly<Partial<Record<CheckupItemId, number>>>;
}

/** 特定健診 are for those of 40 to 74 (general knowledge, and the insurers' duty). */
const FROM_AGE = 40;
const BELOW_AGE = 75;
/** Of ten who may, so many go (ours). */
const GOERS_IN_TEN = 6;
const FIRST_MONTH = 5;
const MONTHS = 7;
const LOADED_AFTER_DAYS = 60;
const LOADED_WITHIN_DAYS = 60;
const NOT_FASTING_IN = 6;
const FIRST_DAY = civilOf(SERVICE_START);

/** The check-ups of a person in a period, both days included, oldest first: one a year, about the same day. */
export function checkupsOf(patient: Patient, from: CivilDate, until: CivilDate): readonly CheckupRecord[] {
  const keys = historyKeys(patient);
  const habits = drawsOf(keys.checkup, 0);
  if (habits(10) >= GOERS_IN_TEN) return [];
  const month = FIRST_MONTH + habits(MONTHS);
  const illnesses = illnessesOf(patient, keys);
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  return Array.from({ length: Math.max(0, years) }, (_, index) => Number(from.slice(0, 4)) + index).flatMap((year) => {
    const draws = drawsOf(keys.checkup, year);
    const on = `${year}${String(month).padStart(2, "0")}${String(1 + draws(28)).padStart(2, "0")}` as CivilDate;
    const age = ageOn(patient.birthdate, on);
    if (
      on < from ||
      on > (patient.died ?? on) ||
      on > until ||
      age < FROM_AGE ||
      age >= BELOW_AGE ||
      !isInsured(patient, on) ||
      isPregnant(patient, keys, on) ||
      isInHospital(patient, keys, illnesses, on)
    )
      return [];
    const fasting = draws(NOT_FASTING_IN) !== 0;
    const loaded = addDays(on, LOADED_AFTER_DAYS + draws(LOADED_WITHIN_DAYS));
    return [{ on, loaded, values: valuesOf(measure(patient, keys, begun(illnesses, on), on), fasting) }];
  });
}

function isPregnant(patient: Patient, keys: HistoryKeys, on: CivilDate): boolean {
  return pregnanciesOf(patient, keys, on, on).length > 0;
}

/** 特定健診 are the insurers': who is on aid alone has none. What was before the service began is not known, and taken as it was then. */
function isInsured({ eligibilities }: Patient, on: CivilDate): boolean {
  const day = on < FIRST_DAY ? FIRST_DAY : on;
  return eligibilities.some(({ acquired, lost }) => acquired <= day && (lost === undefined || day < lost));
}

function isInHospital(patient: Patient, keys: HistoryKeys, illnesses: readonly Illness[], on: CivilDate): boolean {
  const pregnancies = pregnanciesOf(patient, keys, addDays(on, -REACH_DAYS), addDays(on, REACH_DAYS));
  return staysOf(patient, keys, illnesses, pregnancies, [on, on]).length > 0;
}

function begun(illnesses: readonly Illness[], on: CivilDate): ReadonlyMap<string, CivilDate> {
  return new Map(
    illnesses.filter(({ since }) => since <= addDays(on, 1_000)).map(({ condition, since }) => [condition.id, since]),
  );
}

/** Fasting or not: one of the two glucose values was measured. */
function valuesOf({ glucose, ...measured }: Measured, fasting: boolean): CheckupRecord["values"] {
  return fasting ? { ...measured, fastingGlucose: glucose.fasting } : { ...measured, casualGlucose: glucose.casual };
}
