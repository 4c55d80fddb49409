import { type CivilDate, civilDate } from "../../kernel/civil-time.ts";
import type { LimitFlag } from "../../population/limit-class.ts";

/** What one limit class 適用区分 pays at most in a month, in yen (eligibility-rules.md §4.2). */
export interface ClassCap {
  /** Classes that share the row; the first names it. */
  readonly flags: readonly [LimitFlag, ...LimitFlag[]];
  /** Paid of the month whatever the cost. */
  readonly baseYen: number;
  /** Cost of the month from which one hundredth of the excess is added; left out where nothing is added. */
  readonly plusFromYen?: number;
  /** From the fourth such month within twelve 多数回該当; left out where the class knows no such months. */
  readonly fourthYen?: number;
  /** For outpatient care of one person, where it is capped apart. */
  readonly outpatientYen?: number;
  /** For outpatient care from August to July. */
  readonly outpatientYearYen?: number;
  /** 特記事項 of the claim, and the one from the fourth month on. */
  readonly note: string;
  readonly fourthNote?: string;
}

/** The caps of a time. */
export interface CapTable {
  readonly from: CivilDate;
  /** Last day it is stated for. */
  readonly until: CivilDate;
  readonly source: string;
  readonly classes: readonly ClassCap[];
}

const INCOME_3 = { baseYen: 252_600, plusFromYen: 842_000, fourthYen: 140_100 } as const;
const INCOME_2 = { baseYen: 167_400, plusFromYen: 558_000, fourthYen: 93_000 } as const;
const INCOME_1 = { baseYen: 80_100, plusFromYen: 267_000, fourthYen: 44_400 } as const;
const GENERAL = { baseYen: 57_600, fourthYen: 44_400, outpatientYen: 18_000 } as const;

/**
 * Monthly caps by date, oldest first. Before the first day nobody can ask: the online check began on it. From 2026-08-01
 * higher caps and yearly caps are announced, but their table is not in our sources: a new entry goes here once it is.
 */
export const capTables = [
  {
    from: civilDate("2021-03-04"),
    until: civilDate("2026-07-31"),
    source: "eligibility-rules.md §4.2 [P16, P17, P18, G8, G9]",
    classes: [
      { flags: ["A01"], ...INCOME_3, note: "26", fourthNote: "31" },
      { flags: ["A02"], ...INCOME_2, note: "27", fourthNote: "32" },
      { flags: ["A03"], ...INCOME_1, note: "28", fourthNote: "33" },
      { flags: ["A04"], baseYen: 57_600, fourthYen: 44_400, note: "29", fourthNote: "34" },
      { flags: ["A05", "A06"], baseYen: 35_400, fourthYen: 24_600, note: "30", fourthNote: "35" },
      { flags: ["B01"], ...INCOME_3, note: "26" },
      { flags: ["B02"], ...INCOME_2, note: "27" },
      { flags: ["B03"], ...INCOME_1, note: "28" },
      // The reference names the yearly cap for this class alone.
      { flags: ["B04"], ...GENERAL, outpatientYearYen: 144_000, note: "29" },
      { flags: ["B09"], ...GENERAL, note: "41", fourthNote: "43" },
      { flags: ["B10"], ...GENERAL, note: "42", fourthNote: "44" },
      { flags: ["B05"], baseYen: 24_600, outpatientYen: 8_000, note: "30" },
      { flags: ["B06", "B07", "B08"], baseYen: 15_000, outpatientYen: 8_000, note: "30" },
    ],
  },
] as const satisfies readonly CapTable[];

/** The table of a day; after the last day that is stated, the last table goes on ({@link capCertainty} says so). */
export function capTableAt(on: CivilDate, tables: readonly [CapTable, ...CapTable[]] = capTables): CapTable {
  return tables.findLast(({ from }) => from <= on) ?? tables[0];
}
