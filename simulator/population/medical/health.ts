import { addDays, ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import { SPECIFIC_DISEASE_FROM_AGE } from "../benefits.ts";
import { type Draws, drawsOf, pick } from "../draws.ts";
import { birthday } from "../life-stage.ts";
import { keysOf } from "../mix.ts";
import type { InsuredPerson } from "../person.ts";
import { type Condition, conditions, type PrevalenceStep } from "./conditions.ts";
import type { DrugId } from "./products.ts";

/** Whom a history is of: everything it hangs on. */
export type Patient = Pick<
  InsuredPerson,
  "id" | "name" | "sex" | "sex2" | "birthdate" | "eligibilities" | "died" | "specificDisease"
>;

/** What a person's body is measured and treated as, whichever field of the certificate tells it (receipt-system-interface.md §2.4 rows 12, 13). */
export function bodySex({ sex, sex2 }: Pick<Patient, "sex" | "sex2">): Patient["sex"] {
  return sex2 ?? sex;
}

/** A lasting illness of a person, from a day on. */
export interface Illness {
  readonly condition: Condition;
  readonly since: CivilDate;
  readonly regimen: readonly DrugId[];
}

/** Streams a history is drawn from. Name and birth date carry the seed of the population into them. */
export interface HistoryKeys {
  readonly illness: number;
  readonly offices: number;
  readonly rhythm: number;
  readonly acute: number;
  readonly pregnancy: number;
  readonly surgery: number;
  readonly checkup: number;
  readonly claims: number;
}

/** The keys of a person's history: the same person, the same history, on whatever day it is asked for. */
export function historyKeys({ id, name, birthdate }: Patient): HistoryKeys {
  const keys = keysOf(0, `medical history/${id}/${name}/${birthdate}`, 8);
  const [illness = 0, offices = 0, rhythm = 0, acute = 0, pregnancy = 0, surgery = 0, checkup = 0, claims = 0] = keys;
  return { illness, offices, rhythm, acute, pregnancy, surgery, checkup, claims };
}

const YEAR_DAYS = 365;

/** The lasting illnesses of a person, in the order of the table; those that begin later too. */
export function illnessesOf(patient: Patient, keys: HistoryKeys): readonly Illness[] {
  return conditions.flatMap((condition, index) => {
    const draws = drawsOf(keys.illness, index);
    const since =
      condition.diseaseCategory === undefined
        ? onset(patient, condition.prevalence, draws)
        : sinceCertificate(patient, condition.diseaseCategory);
    return since === undefined ? [] : [{ condition, since, regimen: pick(condition.regimens, draws) }];
  });
}

/** One number a person and illness decides at which age it begins, if ever: it never goes away by growing older. */
function onset(patient: Patient, steps: readonly PrevalenceStep[], draws: Draws): CivilDate | undefined {
  const lot = draws(1_000);
  const days = draws(YEAR_DAYS);
  const first = steps.find(({ men, women }) => lot < (bodySex(patient) === "2" ? women : men));
  return first === undefined ? undefined : addDays(birthday(patient.birthdate, first.fromAge), days);
}

/**
 * Certificates are renewed every year and do not say since when: whoever has one has had the illness since the age at which
 * there are certificates at the earliest, so that the history is the same whichever of them is looked at (ours). Who is on
 * 医療扶助 without an insurance has no certificate, and the illness goes on (`specificDisease`).
 */
function sinceCertificate(
  { birthdate, eligibilities, specificDisease }: Patient,
  category: string,
): CivilDate | undefined {
  const certified = eligibilities.some(({ diseases = [] }) => diseases.some((one) => one.category === category));
  return certified || specificDisease === category ? birthday(birthdate, SPECIFIC_DISEASE_FROM_AGE) : undefined;
}

/** A pregnancy, from its first day to the birth. */
export interface Pregnancy {
  readonly from: CivilDate;
  readonly birth: CivilDate;
  readonly anaemia: boolean;
  readonly caesarean: boolean;
}

const PREGNANCY_DAYS = 280;
const SLOT_YEARS = 3;
/** Of a thousand women of an age, so many become pregnant within three years (ours). */
const PREGNANCIES = [
  { below: 20, perThousand: 0 },
  { below: 25, perThousand: 90 },
  { below: 35, perThousand: 260 },
  { below: 40, perThousand: 130 },
  { below: 43, perThousand: 30 },
] as const;

/** Pregnancies that touch a period; one in three years at most. */
export function pregnanciesOf(
  patient: Patient,
  keys: HistoryKeys,
  from: CivilDate,
  until: CivilDate,
): readonly Pregnancy[] {
  if (bodySex(patient) !== "2") return [];
  const first = Math.trunc((Number(from.slice(0, 4)) - 1) / SLOT_YEARS);
  const last = Math.trunc(Number(until.slice(0, 4)) / SLOT_YEARS);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((slot) => {
    const draws = drawsOf(keys.pregnancy, slot);
    const begins = addDays(`${slot * SLOT_YEARS}0101` as CivilDate, draws(2 * YEAR_DAYS));
    const birth = addDays(begins, PREGNANCY_DAYS);
    const age = ageOn(patient.birthdate, begins);
    const { perThousand = 0 } = PREGNANCIES.find(({ below }) => age < below) ?? {};
    if (draws(1_000) >= perThousand || birth < from || begins > until) return [];
    return [{ from: begins, birth, anaemia: draws(3) === 0, caesarean: draws(5) === 0 }];
  });
}
