import type { CivilDate } from "../kernel/civil-time.ts";
import { civilOf, dayFrom } from "./day-number.ts";
import type { Draws } from "./draws.ts";
import type { CertificateDates, DiseaseCertificate, Eligibility } from "./eligibility.ts";
import type { StagePeriod } from "./life-stage.ts";
import { drawLimitClass, type LimitFlag, limitClassification } from "./limit-class.ts";

/** What the benefits of a person hang on. */
export interface BenefitFacts {
  readonly stage: StagePeriod;
  readonly acquired: CivilDate;
  readonly asOf: CivilDate;
  /** Policy `lateElderlyTwoTenths` of the day. */
  readonly twoTenths: boolean;
}

/** Limit data are there for half of the people, a specific disease for three in a thousand of those past preschool (ours). */
const ONE_LIMIT_IN = 2;
const DISEASES_PER_THOUSAND = 3;
/** What a patient with a specific disease pays at most in a month, and on dialysis with high income (eligibility-rules.md §4.5). */
export const MONTHLY_LIMIT_YEN = "10000";
export const MONTHLY_LIMIT_HIGH_INCOME_YEN = "20000";

/** Ratio, preschool mark and certificates of a person; `income` is the household's stream, `health` the person's. */
export function drawBenefits(
  facts: BenefitFacts,
  income: Draws,
  health: Draws,
): Pick<Eligibility, "contributionRatio" | "preschool" | "elderly" | "limit" | "diseases"> {
  const { stage } = facts.stage;
  const { flag, ratio } = drawLimitClass(stage, facts.twoTenths, income);
  const dates = certificateYear(facts);
  const diseases = stage === "preschool" ? [] : drawDiseases(flag, dates.validFrom, health);
  return {
    ...(stage === "late-elderly" && ratio !== undefined ? { contributionRatio: ratio } : {}),
    ...(stage === "preschool" ? { preschool: "1" as const } : {}),
    ...(stage === "elderly" && ratio !== undefined ? { elderly: { ...dates, ratio } } : {}),
    ...(health(ONE_LIMIT_IN) === 0 ? { limit: { ...dates, classification: limitClassification(flag), flag } } : {}),
    ...(diseases.length === 0 ? {} : { diseases }),
  };
}

/**
 * Ratios and classes hold from 1 August to 31 July (eligibility-rules.md §11), and no longer than the stage of life they
 * belong to.
 */
export function certificateYear({
  asOf,
  acquired,
  stage,
}: Omit<BenefitFacts, "twoTenths">): Required<CertificateDates> {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(4) < "0801" ? 1 : 0);
  const validFrom = latest(civilOf(dayFrom(year, 8, 1)), stage.from, acquired);
  const end = civilOf(dayFrom(year + 1, 7, 31));
  const validUntil = stage.until !== undefined && stage.until < end ? stage.until : end;
  return { issued: validFrom, validFrom, validUntil };
}

/** The latest of some days. */
export function latest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return others.reduce((later, day) => (day > later ? day : later), first);
}

function drawDiseases(flag: LimitFlag, validFrom: CivilDate, draws: Draws): readonly DiseaseCertificate[] {
  if (draws(1_000) >= DISEASES_PER_THOUSAND) return [];
  const category = draws(50) === 0 ? "2" : "1";
  // Dialysis under 70 with high income: 20,000 yen (eligibility-rules.md §4.5, general knowledge).
  const highIncome = category === "1" && (flag === "A01" || flag === "A02");
  return [
    { category, selfPay: highIncome ? MONTHLY_LIMIT_HIGH_INCOME_YEN : MONTHLY_LIMIT_YEN, issued: validFrom, validFrom },
  ];
}
