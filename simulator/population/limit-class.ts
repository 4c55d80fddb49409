import { type Draws, pick } from "./draws.ts";
import type { LifeStage } from "./life-stage.ts";

/** Contribution ratio on the wire: 1, 2 or 3 tenths (eligibility-rules.md §2.4). */
export type ContributionRatio = "010" | "020" | "030";
/** 適用区分, OQSCD012 (eligibility-rules.md §2.4, §4.2). */
export type LimitFlag =
  | "A01"
  | "A02"
  | "A03"
  | "A04"
  | "A05"
  | "A06"
  | "B01"
  | "B02"
  | "B03"
  | "B04"
  | "B05"
  | "B06"
  | "B07"
  | "B08"
  | "B09"
  | "B10";
/** 限度額認定証区分, OQSCD011. */
export type LimitClassification = "01" | "02" | "03";

/** A ratio and a limit class that go together; how common is ours. */
interface IncomeRow {
  readonly parts: number;
  readonly ratio: ContributionRatio;
  readonly flag: LimitFlag;
}

/** Under 70 the class says nothing about the ratio: preschool pays two tenths, everybody else three (§4.1). */
const UNDER_70 = byParts<Omit<IncomeRow, "ratio">>([
  { parts: 4, flag: "A01" },
  { parts: 10, flag: "A02" },
  { parts: 40, flag: "A03" },
  { parts: 36, flag: "A04" },
  { parts: 10, flag: "A05" },
]);

const WORKING_INCOME: readonly IncomeRow[] = [
  { parts: 2, ratio: "030", flag: "B01" },
  { parts: 3, ratio: "030", flag: "B02" },
  { parts: 5, ratio: "030", flag: "B03" },
];

const FROM_70 = byParts<IncomeRow>([
  ...WORKING_INCOME,
  { parts: 70, ratio: "020", flag: "B04" },
  { parts: 13, ratio: "020", flag: "B05" },
  { parts: 7, ratio: "020", flag: "B06" },
]);

const LOW_INCOME_75: readonly IncomeRow[] = [
  { parts: 18, ratio: "010", flag: "B05" },
  { parts: 10, ratio: "010", flag: "B06" },
  { parts: 1, ratio: "010", flag: "B07" },
  { parts: 1, ratio: "010", flag: "B08" },
];

const FROM_75 = byParts<IncomeRow>([
  ...WORKING_INCOME,
  { parts: 20, ratio: "020", flag: "B09" },
  { parts: 40, ratio: "010", flag: "B10" },
  ...LOW_INCOME_75,
]);

/** Before 2022-10-01 一般 was one class of one tenth (§4.1, [P15]). */
const FROM_75_ONE_TENTH = byParts<IncomeRow>([
  ...WORKING_INCOME,
  { parts: 60, ratio: "010", flag: "B04" },
  ...LOW_INCOME_75,
]);

/**
 * Draws the limit class of a person, and with it the ratio where the ratio depends on income: at 70 and over they never
 * contradict each other (eligibility-rules.md §4.3).
 */
export function drawLimitClass(
  stage: LifeStage,
  twoTenths: boolean,
  draws: Draws,
): { readonly flag: LimitFlag; readonly ratio?: ContributionRatio } {
  if (stage === "late-elderly") return pick(twoTenths ? FROM_75 : FROM_75_ONE_TENTH, draws);
  return stage === "elderly" ? pick(FROM_70, draws) : pick(UNDER_70, draws);
}

const REDUCED: ReadonlySet<LimitFlag> = new Set(["A05", "A06", "B05", "B06", "B07", "B08"]);

/** Low income gets the certificate that also reduces the standard amount 標準負担額 (receipt-system-interface.md §3, end). */
export function limitClassification(flag: LimitFlag): LimitClassification {
  return REDUCED.has(flag) ? "02" : "01";
}

/** A table with each row as often as its parts say: one draw picks from it. */
function byParts<T extends { readonly parts: number }>(rows: readonly T[]): readonly T[] {
  return rows.flatMap((row) => Array.from({ length: row.parts }, () => row));
}
