import { addBenefits, certificateYear, drawSpecificDisease, type RowDraft } from "./benefits.ts";
import type { Cover } from "./coverage.ts";
import { civilOf, type DayNumber } from "./day-number.ts";
import { drawsOf } from "./draws.ts";
import type { Eligibility } from "./eligibility.ts";
import { type InsuranceLaw, insurerName, insurerNumber } from "./insurer.ts";
import { stageAt } from "./life-stage.ts";
import { keysOf } from "./mix.ts";
import type { Registration } from "./registry.ts";

/** What a row says beside the days it covers. */
export interface RowFacts {
  readonly registration: Registration;
  /** Index of the head, whose stream the income of the household is drawn from. */
  readonly headIndex: number;
  /** Index of the person, whose stream the health is drawn from. */
  readonly index: number;
  readonly position: number;
  readonly birth: DayNumber;
  /** Name the insurance runs under: the employee's, of national insurance that of the head of the household 世帯主. */
  readonly insuredName: string;
  /** 本人 of an employer's insurance, or head of a national household. */
  readonly own: boolean;
}

/** Makes the rows of a seed's people. */
export type RowOf = (cover: Cover, on: DayNumber, facts: RowFacts) => Eligibility;

/** Rows as the insurer registered them by a day: a loss that lies ahead is not there yet, and rates are those of the last day that counts. */
export function rowsFrom(seed: number): RowOf {
  const [incomeKey, healthKey] = benefitKeys(seed);
  return ({ law, from, until, reason }, on, facts) => {
    const { registration, headIndex, index, birth } = facts;
    const ended = until <= on;
    const asOf = ended ? until - 1 : on;
    const acquired = civilOf(from);
    const stage = stageAt(birth, asOf);
    const dates = certificateYear(stage, from, asOf);
    // In the order in which the reference lists the fields; written out, for every look at a person comes by.
    const row = {
      cardClassification: "01",
      insurerNumber: insurerNumber(registration.insurer),
      insurerName: insurerName(registration.insurer),
    } as RowDraft;
    if (registration.symbol !== undefined) row.symbol = registration.symbol;
    row.number = registration.number;
    if (law !== "late-elderly") addFamilyPart(row, law, facts);
    row.acquired = acquired;
    if (ended) {
      row.lost = civilOf(until);
      row.reasonOfLoss = reason;
    }
    row.issued = hasYearlyCard(law) ? dates.issued : acquired;
    if (hasYearlyCard(law)) {
      row.validFrom = dates.validFrom;
      row.validUntil = dates.validUntil;
    }
    addBenefits(row, { stage, dates, asOf }, drawsOf(incomeKey, headIndex), drawsOf(healthKey, index));
    return row;
  };
}

/** Says of each of a seed's people, by index, which specific disease they have, if any. */
export function specificDiseasesFrom(seed: number): (index: number) => ReturnType<typeof drawSpecificDisease> {
  const [, healthKey] = benefitKeys(seed);
  return (index) => drawSpecificDisease(drawsOf(healthKey, index));
}

function benefitKeys(seed: number): readonly [income: number, health: number] {
  const [income = 0, health = 0] = keysOf(seed, "benefits", 2);
  return [income, health];
}

/** Branch, position and the name the insurance runs under: of the family's with an employer, of everybody's in national. */
function addFamilyPart(row: RowDraft, law: InsuranceLaw, { position, own, insuredName }: RowFacts): void {
  row.branch = BRANCHES[position] ?? String(position).padStart(2, "0");
  row.personalFamily = own ? "1" : "2";
  if (!own || law === "national") row.insuredName = insuredName;
}

const BRANCHES: readonly string[] = ["00", "01", "02", "03"];

/** Insurers of municipalities and prefectures renew every August (eligibility-rules.md §11); employers' do not. */
function hasYearlyCard(law: InsuranceLaw): boolean {
  return law === "national" || law === "late-elderly";
}
