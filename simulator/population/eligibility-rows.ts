import type { CivilDate } from "../kernel/civil-time.ts";
import { ensure } from "../kernel/errors.ts";
import { certificateYear, drawBenefits } from "./benefits.ts";
import type { Cover } from "./coverage.ts";
import { civilOf, type DayNumber } from "./day-number.ts";
import { drawsOf } from "./draws.ts";
import type { Eligibility } from "./eligibility.ts";
import { type InsuranceLaw, insurerName, insurerNumber } from "./insurer.ts";
import { stageOn } from "./life-stage.ts";
import { keysOf } from "./mix.ts";
import { policyTable } from "./policy.ts";
import type { Registration } from "./registry.ts";

/** What a row says beside the days it covers. */
export interface RowFacts {
  readonly registration: Registration;
  /** Index of the head, whose stream the income of the household is drawn from. */
  readonly headIndex: number;
  /** Index of the person, whose stream the health is drawn from. */
  readonly index: number;
  readonly position: number;
  readonly birthdate: CivilDate;
  /** Name the insurance runs under: the employee's, of national insurance that of the head of the household 世帯主. */
  readonly insuredName: string;
  /** 本人 of an employer's insurance, or head of a national household. */
  readonly own: boolean;
}

/** Makes the rows of a seed's people. */
export type RowOf = (cover: Cover, on: DayNumber, facts: RowFacts) => Eligibility;

const twoTenths = policyTable.find(({ rule, value }) => rule === "lateElderlyTwoTenths" && value === true);
ensure(twoTenths !== undefined, "the policy table knows when two tenths began");
const TWO_TENTHS_FROM: CivilDate = twoTenths.from;

/** Rows as the insurer registered them by a day: a loss that lies ahead is not there yet, and rates are those of the last day that counts. */
export function rowsFrom(seed: number): RowOf {
  const [incomeKey = 0, healthKey = 0] = keysOf(seed, "benefits", 2);
  return ({ law, from, until, reason }, on, facts) => {
    const { registration, headIndex, index, birthdate } = facts;
    const ended = until <= on;
    const asOf = civilOf(ended ? until - 1 : on);
    const acquired = civilOf(from);
    const benefits = {
      stage: stageOn(birthdate, asOf),
      acquired,
      asOf,
      twoTenths: asOf >= TWO_TENTHS_FROM,
    };
    return {
      cardClassification: "01",
      insurerNumber: insurerNumber(registration.insurer),
      insurerName: insurerName(registration.insurer),
      ...(registration.symbol === undefined ? {} : { symbol: registration.symbol }),
      number: registration.number,
      ...(law === "late-elderly" ? {} : familyPart(law, facts)),
      acquired,
      ...(ended ? { lost: civilOf(until), reasonOfLoss: reason } : {}),
      ...(hasYearlyCard(law) ? certificateYear(benefits) : { issued: acquired }),
      ...drawBenefits(benefits, drawsOf(incomeKey, headIndex), drawsOf(healthKey, index)),
    };
  };
}

/** Branch, position and the name the insurance runs under: of the family's with an employer, of everybody's in national. */
function familyPart(
  law: InsuranceLaw,
  { position, own, insuredName }: RowFacts,
): Pick<Eligibility, "branch" | "personalFamily" | "insuredName"> {
  return {
    branch: String(position).padStart(2, "0"),
    personalFamily: own ? "1" : "2",
    ...(!own || law === "national" ? { insuredName } : {}),
  };
}

/** Insurers of municipalities and prefectures renew every August (eligibility-rules.md §11); employers' do not. */
function hasYearlyCard(law: InsuranceLaw): boolean {
  return law === "national" || law === "late-elderly";
}
