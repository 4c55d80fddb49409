import type { Bilingual } from "../kernel/bilingual.ts";
import { civilDate } from "../kernel/civil-time.ts";
import type { LimitFlag } from "../population/limit-class.ts";
import { type CapTable, type ClassCap, capTableAt } from "./data/caps.ts";
import { decisionTable, type RuleVector, rowsOf } from "./decision-table.ts";

/** Care of one person in one month at one facility. */
export interface CapCase {
  readonly flag: LimitFlag;
  /** Cost of the care before insurance, yen: ten times the points. */
  readonly costYen: number;
  /** Outpatient care of 70 and over has a cap of its own; inpatient care is capped by that of the household. */
  readonly care: "outpatient" | "inpatient";
  /** At least the fourth month within twelve in which the cap is reached 多数回該当. */
  readonly fourth: boolean;
  readonly table: CapTable;
}

/** What is paid at most, and the 特記事項 the claim then carries. */
export interface Cap {
  readonly yen: number;
  readonly note: string;
}

/** [cost in yen, care, fourth month or later] → cap in yen. */
type CapVector = readonly [costYen: number, care: CapCase["care"], fourth: boolean, yen: number];

const table = capTableAt(civilDate("2026-02-10"));
const row = rowsOf<CapCase, Cap>();

/**
 * One hundredth of what the cost exceeds, half a yen rounded up. The rounding is general knowledge (施行令: under 50 銭 is
 * dropped), not in our reference.
 */
function plus(costYen: number, fromYen: number): number {
  return Math.floor((Math.max(0, costYen - fromYen) + 50) / 100);
}

function capOf({ flag, costYen, care, fourth, table: { classes } }: CapCase): Cap {
  const entry = classes.find(({ flags }) => flags.includes(flag)) as ClassCap; // the row matched by it
  const { baseYen, plusFromYen, fourthYen, outpatientYen, note, fourthNote = note } = entry;
  if (care === "outpatient" && outpatientYen !== undefined) return { yen: outpatientYen, note };
  if (fourth && fourthYen !== undefined) return { yen: fourthYen, note: fourthNote };
  return { yen: baseYen + (plusFromYen === undefined ? 0 : plus(costYen, plusFromYen)), note };
}

function classRow<const Id extends string>(
  id: Id,
  flags: readonly [LimitFlag, ...LimitFlag[]],
  name: Bilingual,
  confidence: "H" | "M",
  notes: readonly [note: string, fourth: string],
  vectors: readonly CapVector[],
) {
  const proofs = flags.flatMap((flag) =>
    vectors.map(
      ([costYen, care, fourth, yen]): RuleVector<CapCase, Cap> => ({
        title: `${flag}, ${costYen} yen, ${care}${fourth ? ", fourth month" : ""}`,
        given: { flag, costYen, care, fourth, table },
        gives: { yen, note: fourth && !(care === "outpatient" && APART.has(flag)) ? notes[1] : notes[0] },
      }),
    ),
  );
  return row({
    id,
    condition: name,
    outcome: { ja: "データ表の月額上限と特記事項", en: "the monthly cap and note of the data table" },
    confidence,
    matches: (given) => flags.includes(given.flag),
    result: capOf,
    vectors: proofs,
  });
}

/** Classes whose outpatient care is capped apart. */
const APART: ReadonlySet<LimitFlag> = new Set<LimitFlag>(["B04", "B05", "B06", "B07", "B08", "B09", "B10"]);

const income = (base: number, from: number, fourth: number): readonly CapVector[] => [
  [from - 1, "inpatient", false, base],
  [from, "inpatient", false, base],
  [from + 1, "inpatient", false, base],
  [from + 49, "inpatient", false, base],
  [from + 50, "inpatient", false, base + 1],
  [from + 100_000, "outpatient", false, base + 1_000],
  [from + 100_000, "inpatient", true, fourth],
];
const general: readonly CapVector[] = [
  [1_000_000, "outpatient", false, 18_000],
  [1_000_000, "outpatient", true, 18_000],
  [1_000_000, "inpatient", false, 57_600],
  [1_000_000, "inpatient", true, 44_400],
];
const low = (household: number): readonly CapVector[] => [
  [1_000_000, "outpatient", false, 8_000],
  [1_000_000, "inpatient", false, household],
  [1_000_000, "inpatient", true, household],
];
const flat = (base: number, fourth: number): readonly CapVector[] => [
  [1_000_000, "outpatient", false, base],
  [1_000_000, "inpatient", true, fourth],
];

/** The cap of a limit class for a month's care (eligibility-rules.md §4.2); the amounts come in with the table of the day. */
export const monthlyCap = decisionTable({
  id: "monthly-cap",
  title: { ja: "適用区分別の月額上限", en: "the monthly cap of a limit class" },
  source: "eligibility-rules.md §4.2",
  requires: ["SYS-30", "R1-25", "R1-27"],
  rows: [
    classRow("4.2/A01", ["A01"], { ja: "ア", en: "class a" }, "H", ["26", "31"], income(252_600, 842_000, 140_100)),
    classRow("4.2/A02", ["A02"], { ja: "イ", en: "class i" }, "H", ["27", "32"], income(167_400, 558_000, 93_000)),
    classRow("4.2/A03", ["A03"], { ja: "ウ", en: "class u" }, "H", ["28", "33"], income(80_100, 267_000, 44_400)),
    classRow("4.2/A04", ["A04"], { ja: "エ", en: "class e" }, "H", ["29", "34"], flat(57_600, 44_400)),
    classRow(
      "4.2/A05",
      ["A05", "A06"],
      { ja: "オ、オ（境）", en: "class o, also borderline" },
      "H",
      ["30", "35"],
      flat(35_400, 24_600),
    ),
    classRow(
      "4.2/B01",
      ["B01"],
      { ja: "現役並みⅢ", en: "active income III" },
      "H",
      ["26", "26"],
      income(252_600, 842_000, 140_100),
    ),
    classRow(
      "4.2/B02",
      ["B02"],
      { ja: "現役並みⅡ", en: "active income II" },
      "H",
      ["27", "27"],
      income(167_400, 558_000, 93_000),
    ),
    classRow(
      "4.2/B03",
      ["B03"],
      { ja: "現役並みⅠ", en: "active income I" },
      "H",
      ["28", "28"],
      income(80_100, 267_000, 44_400),
    ),
    classRow("4.2/B04", ["B04"], { ja: "一般", en: "general" }, "M", ["29", "29"], general),
    classRow("4.2/B09", ["B09"], { ja: "一般Ⅱ", en: "general II" }, "M", ["41", "43"], general),
    classRow("4.2/B10", ["B10"], { ja: "一般Ⅰ", en: "general I" }, "M", ["42", "44"], general),
    classRow("4.2/B05", ["B05"], { ja: "低所得Ⅱ", en: "low income II" }, "M", ["30", "30"], low(24_600)),
    classRow(
      "4.2/B06",
      ["B06", "B07", "B08"],
      { ja: "低所得Ⅰ（老福・境を含む）", en: "low income I, also old-age pension and borderline" },
      "M",
      ["30", "30"],
      low(15_000),
    ),
  ],
});
