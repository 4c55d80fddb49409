import type { CivilDate } from "../kernel/civil-time.ts";
import { calendarOf, civilOf, type DayNumber, dayFrom, dayOf } from "./day-number.ts";
import type { Draws } from "./draws.ts";
import type { CertificateDates, DiseaseCertificate, Eligibility } from "./eligibility.ts";
import type { StageDays } from "./life-stage.ts";
import { drawLimitClass, type LimitFlag, limitClassification } from "./limit-class.ts";
import { firstDayOf } from "./policy.ts";

/** What the benefits of a person hang on. */
export interface BenefitFacts {
  readonly stage: StageDays;
  /** {@link certificateYear} of the day. */
  readonly dates: Required<CertificateDates>;
  readonly asOf: DayNumber;
}

/** A row while it is made: field by field, for to spread parts into each other takes several times as long. */
export type RowDraft = { -readonly [K in keyof Eligibility]: Eligibility[K] };

/** Limit data are there for half of the people, a specific disease for three in a thousand of those past preschool (ours). */
const ONE_LIMIT_IN = 2;
const DISEASES_PER_THOUSAND = 3;
/** 一般 of the late-elderly was split, and all their certificates of the year ended the day before (§4.1, §14; that all did is ours). */
const TWO_TENTHS_FROM: DayNumber = dayOf(firstDayOf("lateElderlyTwoTenths"));
/** What a patient with a specific disease pays at most in a month, and on dialysis with high income (eligibility-rules.md §4.5). */
export const MONTHLY_LIMIT_YEN = "10000";
export const MONTHLY_LIMIT_HIGH_INCOME_YEN = "20000";

/**
 * Dialysis of somebody under 70 in class ア or イ has the higher limit (eligibility-rules.md §4.5, general knowledge). Told here
 * and not in rules/disease-self-pay.ts, which asks: an insurer writes the amount before any counter looks at it.
 */
export function isDialysisWithHighIncome(
  category: DiseaseCertificate["category"],
  flag: LimitFlag | undefined,
): boolean {
  return category === "1" && (flag === "A01" || flag === "A02");
}

/**
 * Writes ratio, preschool mark and certificates of a person into a row; `income` is the household's stream, `health` the
 * person's.
 */
export function addBenefits(
  row: RowDraft,
  { stage: { stage }, dates, asOf }: BenefitFacts,
  income: Draws,
  health: Draws,
): void {
  const { flag, ratio } = drawLimitClass(stage, asOf >= TWO_TENTHS_FROM, income);
  const diseases = stage === "preschool" ? undefined : drawDiseases(flag, dates.validFrom, health);
  if (stage === "late-elderly" && ratio !== undefined) row.contributionRatio = ratio;
  if (stage === "preschool") row.preschool = "1";
  const { issued, validFrom, validUntil } = dates;
  if (stage === "elderly" && ratio !== undefined) row.elderly = { issued, validFrom, validUntil, ratio };
  if (health(ONE_LIMIT_IN) === 0)
    row.limit = { issued, validFrom, validUntil, classification: limitClassification(flag), flag };
  if (diseases !== undefined) row.diseases = diseases;
}

/**
 * Ratios and classes hold from 1 August to 31 July (eligibility-rules.md §11), and no longer than the stage of life and the
 * scheme of classes they belong to. `acquired` and `asOf` are days as numbers.
 */
export function certificateYear(stage: StageDays, acquired: DayNumber, asOf: DayNumber): Required<CertificateDates> {
  const { year, month } = calendarOf(asOf);
  const begins = month < 8 ? year - 1 : year;
  let from = Math.max(dayFrom(begins, 8, 1), stage.from, acquired);
  let until = Math.min(dayFrom(begins + 1, 7, 31), stage.until);
  if (stage.stage === "late-elderly") {
    if (asOf < TWO_TENTHS_FROM) until = Math.min(until, TWO_TENTHS_FROM - 1);
    else from = Math.max(from, TWO_TENTHS_FROM);
  }
  const validFrom = civilOf(from);
  return { issued: validFrom, validFrom, validUntil: civilOf(until) };
}

function drawDiseases(flag: LimitFlag, validFrom: CivilDate, draws: Draws): readonly DiseaseCertificate[] | undefined {
  const category = drawSpecificDisease(draws);
  if (category === undefined) return undefined;
  const selfPay = isDialysisWithHighIncome(category, flag) ? MONTHLY_LIMIT_HIGH_INCOME_YEN : MONTHLY_LIMIT_YEN;
  return [{ category, selfPay, issued: validFrom, validFrom }];
}

/** At this age preschool is over, and with it the rows without certificates: who has a specific disease has it from here on (ours). */
export const SPECIFIC_DISEASE_FROM_AGE = 7;

/** The specific disease of a person, from the beginning of their stream of health: every insurance of theirs tells of the same. */
export function drawSpecificDisease(health: Draws): DiseaseCertificate["category"] | undefined {
  if (health(1_000) >= DISEASES_PER_THOUSAND) return undefined;
  return health(50) === 0 ? "2" : "1";
}
