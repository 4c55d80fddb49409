import { ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import { type Draws, drawsOf } from "../draws.ts";
import type { CheckupItemId } from "./checkup-items.ts";
import { bodySex, type HistoryKeys, type Patient } from "./health.ts";

/** What is measured at a check-up; of glucose, what it would be either way. */
export type Measured = Readonly<Record<Exclude<CheckupItemId, "fastingGlucose" | "casualGlucose">, number>> & {
  readonly glucose: { readonly fasting: number; readonly casual: number };
};

/** How a person is built: the same for life. Lengths in tenths of a centimetre, BMI in tenths. */
interface Build {
  readonly height: number;
  readonly bmi: number;
  /** Tenths of BMI in ten years. */
  readonly trend: number;
  readonly pressure: number;
  readonly liver: number;
  readonly lipids: number;
  readonly glucose: number;
}

const BEFORE = 0;
const SHRINKS_FROM = 60;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
/** A whole number around zero, up to so much on both sides. */
const around = (draws: Draws, most: number): number => draws(2 * most + 1) - most;

/**
 * What is measured on a day. Values fit each other: BMI is weight over height squared, waist follows BMI, HbA1c follows
 * glucose; they follow the illnesses too, higher before the treatment than under it, and change little from year to year.
 * `begun` holds the illnesses that have begun, and those that will within three years: their signs come first (ours).
 */
export function measure(
  patient: Patient,
  keys: HistoryKeys,
  begun: ReadonlyMap<string, CivilDate>,
  on: CivilDate,
): Measured {
  const sex = bodySex(patient);
  const build = buildOf(keys, sex);
  const draws = drawsOf(keys.checkup, Number(on.slice(0, 4)) + 10_000);
  const age = ageOn(patient.birthdate, on);
  /** Untreated, treated or absent. */
  const burden = (id: string, untreated: number, treated: number): number => {
    const since = begun.get(id);
    return since === undefined ? BEFORE : since > on ? untreated : treated;
  };
  const heavy = burden("diabetes", 15, 12) + burden("hypertension", 8, 8) + burden("dyslipidaemia", 8, 8);
  const height = round((build.height - Math.max(0, age - SHRINKS_FROM) * 0.5) / 10, 1);
  const wantedBmi = (build.bmi + heavy + (build.trend * (age - 40)) / 10 + around(draws, 4)) / 10;
  const weight = round(wantedBmi * (height / 100) ** 2, 1);
  const bmi = round(weight / (height / 100) ** 2, 1);
  const waist = round((sex === "2" ? 36 : 39) + bmi * 1.92 + around(draws, 15) / 10, 1);
  const systolic = build.pressure + Math.trunc((age - 40) * 0.4) + burden("hypertension", 26, 8) + around(draws, 5);
  const diastolic = Math.trunc(systolic * 0.61) + around(draws, 3);
  const fat = bmi > 25 ? Math.trunc((bmi - 25) * 3) : 0;
  const triglyceride = 60 + build.lipids + fat * 3 + burden("dyslipidaemia", 60, 25) + around(draws, 12);
  const fasting = build.glucose + Math.trunc((age - 40) * 0.15) + burden("diabetes", 42, 36) + around(draws, 3);
  return {
    height,
    weight,
    waist,
    bmi,
    systolic,
    diastolic,
    got: 15 + build.liver + Math.trunc(fat / 2) + draws(4),
    gpt: 12 + build.liver + fat + draws(5),
    ldh: 150 + build.liver * 4 + draws(20),
    triglyceride,
    hdl: (sex === "2" ? 68 : 58) - Math.trunc(triglyceride / 20) + (build.lipids % 12) + draws(4),
    ldl: 78 + build.lipids + burden("dyslipidaemia", 52, 8) + around(draws, 6),
    glucose: { fasting, casual: fasting + 18 + draws(26) },
    // 95 mg/dL goes with 5.4 %, and 0.022 % come with each mg/dL more (ours, near the usual estimate).
    hba1c: round(5.4 + (fasting - 95) * 0.022 + around(draws, 1) / 10, 1),
    crp: (2 + draws(14)) / 100,
    rf: 3 + draws(9),
  };
}

function buildOf(keys: HistoryKeys, sex: Patient["sex"]): Build {
  const draws = drawsOf(keys.checkup, 20_000);
  return {
    height: (sex === "2" ? 1_500 : 1_630) + draws(70) + draws(70),
    bmi: 188 + draws(28) + draws(28),
    trend: around(draws, 5),
    pressure: 104 + draws(16),
    liver: draws(10),
    lipids: draws(36),
    glucose: 82 + draws(12),
  };
}
