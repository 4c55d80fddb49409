import { claimedDays } from "../../simulator/central/medical/seen-care.ts";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import { addMonths, type CivilDate } from "../../simulator/kernel/civil-time.ts";
import { type CheckupItemId, checkupItemKind, checkupsOf } from "../../simulator/population/medical/index.ts";
import type { InsuredPerson } from "../../simulator/population/person.ts";
import { policyAt } from "../../simulator/population/policy.ts";

/** What a facility claimed for a day, in names. */
export interface CareOfDay {
  readonly on: CivilDate;
  readonly facility: string;
  readonly drugs: readonly string[];
  readonly acts: readonly string[];
  readonly operation?: string;
}

/** The medical information the centre has of a person: claims that have arrived, of the last year, and check-ups. */
export interface MedicalRecord {
  readonly care: readonly CareOfDay[];
  readonly checkups: readonly {
    readonly on: CivilDate;
    readonly values: Readonly<Partial<Record<CheckupItemId, number>>>;
  }[];
}

const SHOWN_MONTHS = 12;
/** Days a list for people holds; the others are in the JSON. */
const SHOWN_DAYS = 12;
const EARLIER = {
  ja: (days: number) => `（ほか${days}件。全件は --json）`,
  en: (days: number) => `(${days} earlier; --json has them all)`,
} as const;
const EVERYTHING = { drug: true, care: true, surgery: true };

/** What the centre has of a person on a day, inside the windows of that day (eligibility-rules.md §6.1). */
export function medicalRecord(person: InsuredPerson, on: CivilDate): MedicalRecord {
  const policy = policyAt(on);
  const months = { from: addMonths(on, -SHOWN_MONTHS).slice(0, 6), until: on.slice(0, 6) };
  return {
    care: claimedDays(person, months, on, policy, EVERYTHING).map((day) => ({
      on: day.on,
      facility: day.facility.name,
      drugs: day.drugs.map(({ product }) => product.name),
      acts: day.acts.map(({ act }) => act.name),
      ...(day.operation === undefined ? {} : { operation: day.operation.name }),
    })),
    checkups: checkupsOf(person, addMonths(on, -policy.checkupWindowMonths), on)
      .filter(({ loaded }) => loaded <= on)
      .map(({ on: taken, values }) => ({ on: taken, values })),
  };
}

/** The record in lines, oldest first, of care the newest only; none where there is none. */
export function medicalLines({ care, checkups }: MedicalRecord, lang: Language): readonly string[] {
  const earlier = care.length - SHOWN_DAYS;
  return [
    ...(earlier > 0 ? [`  ${EARLIER[lang](earlier)}`] : []),
    ...care.slice(-SHOWN_DAYS).map(({ on, facility, drugs, acts, operation }) => {
      const what = [...(operation === undefined ? [] : [operation]), ...acts, ...drugs].join("・");
      return `  ${dashed(on)}  ${facility}: ${what}`;
    }),
    ...checkups.map(({ on, values }) => `  ${dashed(on)}  ${CHECKUP[lang]}: ${valuesText(values)}`),
  ];
}

const CHECKUP: Bilingual = { ja: "特定健診", en: "check-up" };
const SHOWN_VALUES = ["bmi", "systolic", "diastolic", "ldl", "hba1c"] as const;

function valuesText(values: MedicalRecord["checkups"][number]["values"]): string {
  return SHOWN_VALUES.flatMap((id) => {
    const { name, digits } = checkupItemKind(id);
    const value = values[id];
    return value === undefined ? [] : [`${name} ${value.toFixed(digits)}`];
  }).join("、");
}

function dashed(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
}
