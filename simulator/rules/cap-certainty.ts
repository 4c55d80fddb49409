import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import type { LimitFlag } from "../population/limit-class.ts";
import { type CapTable, capTableAt } from "./data/caps.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A cap that was looked up. */
export interface CertaintyCase {
  readonly on: CivilDate;
  readonly flag: LimitFlag;
  readonly care: "outpatient" | "inpatient";
  readonly table: CapTable;
  /** Policy `generalTwoRelief` of the day. */
  readonly relief: boolean;
}

const of = (
  on: string,
  flag: LimitFlag = "A03",
  care: CertaintyCase["care"] = "inpatient",
  relief = false,
): CertaintyCase => ({
  on: civilDate(on),
  flag,
  care,
  table: capTableAt(civilDate(on)),
  relief,
});
const row = rowsOf<CertaintyCase, "stated" | "reform-not-in-table" | "relief-not-in-table">();

/**
 * How far a cap may be trusted (eligibility-rules.md §4.2). Amounts that are announced and not in our sources are not
 * invented: the last table goes on, with a warning.
 */
export const capCertainty = decisionTable({
  id: "cap-certainty",
  title: { ja: "上限額の確かさ", en: "how far a cap may be trusted" },
  source: "eligibility-rules.md §4.2, change ahead [N1-N4]",
  requires: ["X-02"],
  rows: [
    row({
      id: "4.2/reform",
      condition: {
        ja: "表の最終日より後（2026-08からの改正）",
        en: "after the last day of the table: the reform of 2026-08",
      },
      outcome: { ja: "旧表を使い警告する", en: "the old table, with a warning" },
      confidence: "M",
      matches: ({ on, table }) => table.until < on,
      result: () => "reform-not-in-table",
      vectors: [
        { title: "the first day of the reform", given: of("2026-08-01"), gives: "reform-not-in-table" },
        { title: "the second step of it", given: of("2027-08-01"), gives: "reform-not-in-table" },
      ],
    }),
    row({
      id: "4.2/relief",
      condition: { ja: "一般Ⅱの外来、配慮措置の期間中", en: "outpatient care of general II while the relief held" },
      outcome: { ja: "実際はこれより低いことがある。警告する", en: "it may have been lower: a warning" },
      confidence: "M",
      matches: ({ flag, care, relief }) => flag === "B09" && care === "outpatient" && relief,
      result: () => "relief-not-in-table",
      vectors: [
        {
          title: "the last day of the relief",
          given: of("2025-09-30", "B09", "outpatient", true),
          gives: "relief-not-in-table",
        },
      ],
    }),
    row({
      id: "4.2/stated",
      condition: { ja: "その他", en: "otherwise" },
      outcome: { ja: "表のとおり", en: "as the table states" },
      confidence: "H",
      matches: () => true,
      result: () => "stated",
      vectors: [
        { title: "the last day of the table", given: of("2026-07-31"), gives: "stated" },
        { title: "the day after the relief", given: of("2025-10-01", "B09", "outpatient"), gives: "stated" },
        {
          title: "an inpatient while the relief held",
          given: of("2025-09-30", "B09", "inpatient", true),
          gives: "stated",
        },
      ],
    }),
  ],
});
