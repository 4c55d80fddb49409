import type { CivilDate } from "../kernel/civil-time.ts";
import type { DiseaseCertificate } from "../population/eligibility.ts";
import type { ContributionRatio, LimitFlag } from "../population/limit-class.ts";
import { policyAt } from "../population/policy.ts";
import { assumedClass } from "./assumed-class.ts";
import { capCertainty } from "./cap-certainty.ts";
import { contributionRatio } from "./contribution-ratio.ts";
import { capTableAt } from "./data/caps.ts";
import { diseaseSelfPay } from "./disease-self-pay.ts";
import { limitContradiction } from "./limit-contradiction.ts";
import { type LimitDoubt, limitPlausibility } from "./limit-plausibility.ts";
import { type Cap, monthlyCap } from "./monthly-cap.ts";
import type { ShareData } from "./share-data.ts";

/** Care of one patient in a month at one facility so far. */
export interface MonthOfCare {
  readonly on: CivilDate;
  readonly care: "outpatient" | "inpatient";
  /** Cost of the month, yen. */
  readonly costYen: number;
  /** Months within the last twelve in which the cap was reached before. */
  readonly reachedBefore: number;
  /** The care is for this specific disease 特定疾病; such care is added up by itself (ours). */
  readonly disease?: DiseaseCertificate["category"];
}

/** The cap a counter applies, and how far it may be trusted. */
export interface CounterCap {
  /** Class the cap is of; undefined where nothing is capped. */
  readonly flag: LimitFlag | undefined;
  /** No limit data came: the class is the one to assume (§4.4). */
  readonly assumed: boolean;
  /** Ratio and class contradict each other: the insurer is asked, and no cap is applied by itself (§4.3). */
  readonly contradiction: boolean;
  readonly cap: Cap | undefined;
  /** Limit of the specific disease the care is for, yen; undefined where none was told (§4.5). */
  readonly diseaseYen: number | undefined;
  readonly doubt: LimitDoubt;
  readonly certainty: "stated" | "reform-not-in-table" | "relief-not-in-table";
}

/** The fourth month within twelve and later ones have a cap of their own 多数回該当 (§4.2). */
const MONTHS_BEFORE_FOURTH = 3;
const TENTHS: Readonly<Record<ContributionRatio, number>> = { "010": 1, "020": 2, "030": 3 };

/**
 * The ratio a counter uses: of the late-elderly insurance its own element, else that of the elderly block, else by age
 * (eligibility-rules.md §4.1, §4.3 end).
 */
export function ratioOf(data: ShareData, on: CivilDate): ContributionRatio {
  const given = data.insurerNumber.startsWith("39") ? data.contributionRatio : data.elderlyRatio;
  const { birthdate, flag } = data;
  return given ?? contributionRatio.decide({ birthdate, on, ...(flag && { flag }), ...twoTenthsAt(on) }).result;
}

/**
 * The patient's share of a cost in yen, to the nearest ten: five yen go up. That rounding is general knowledge (健康保険法
 * §75), not in our reference.
 */
export function shareYen(costYen: number, ratio: ContributionRatio): number {
  return Math.floor((costYen * TENTHS[ratio] + 50) / 100) * 10;
}

/** The cap for a month's care so far (eligibility-rules.md §4.2 to §4.4). */
export function counterCap(data: ShareData, month: MonthOfCare): CounterCap {
  const { on, care, costYen } = month;
  const ratio = ratioOf(data, on);
  const { birthdate, insurerNumber, flagFrom, flagUntil } = data;
  const assumed = data.flag === undefined;
  const flag = data.flag ?? assumedClass.decide({ birthdate, on, ratio, ...twoTenthsAt(on) }).result;
  const diseaseYen = diseaseLimit(data, month, flag);
  if (flag === undefined) {
    return { flag, assumed, contradiction: false, cap: undefined, diseaseYen, doubt: "none", certainty: "stated" };
  }
  const contradiction = limitContradiction.decide({ ratio, flag }).result === "contradiction";
  const table = capTableAt(on);
  const fourth = month.reachedBefore >= MONTHS_BEFORE_FOURTH;
  return {
    flag,
    assumed,
    contradiction,
    diseaseYen,
    cap: contradiction ? undefined : monthlyCap.decide({ flag, costYen, care, fourth, table }).result,
    doubt: limitPlausibility.decide({
      birthdate,
      on,
      insurerNumber,
      flag,
      ratio,
      ...(flagFrom && { validFrom: flagFrom }),
      ...(flagUntil && { validUntil: flagUntil }),
    }).result,
    certainty: capCertainty.decide({ on, flag, care, table, relief: policyAt(on).generalTwoRelief }).result,
  };
}

/** What is paid at most of a month's care; undefined where nothing is capped. */
export function limitYen({ cap, diseaseYen }: Pick<CounterCap, "cap" | "diseaseYen">): number | undefined {
  if (cap === undefined || diseaseYen === undefined) return cap?.yen ?? diseaseYen;
  return Math.min(cap.yen, diseaseYen);
}

function diseaseLimit(
  { diseases, birthdate }: ShareData,
  { disease, on }: MonthOfCare,
  flag: LimitFlag | undefined,
): number | undefined {
  const told = diseases?.find(({ category }) => category === disease);
  if (told === undefined) return undefined;
  const { category, selfPayYen } = told;
  return selfPayYen ?? Number(diseaseSelfPay.decide({ category, birthdate, on, ...(flag && { flag }) }).result);
}

function twoTenthsAt(on: CivilDate): { readonly twoTenths: boolean } {
  return { twoTenths: policyAt(on).lateElderlyTwoTenths };
}
