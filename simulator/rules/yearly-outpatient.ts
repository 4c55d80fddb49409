import { civilDate } from "../kernel/civil-time.ts";
import type { LimitFlag } from "../population/limit-class.ts";
import { type CapTable, capTableAt } from "./data/caps.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** What a person paid for outpatient care from August to July, yen. */
export interface YearCase {
  readonly flag: LimitFlag;
  readonly paidYen: number;
  readonly table: CapTable;
}

const table = capTableAt(civilDate("2026-02-10"));
const capOf = ({ flag, table: { classes } }: YearCase): number | undefined =>
  classes.find(({ flags }) => flags.includes(flag))?.outpatientYearYen;
const row = rowsOf<YearCase, number>();

/**
 * Yen above the yearly cap of outpatient care (eligibility-rules.md §4.2). That the insurer pays it back afterwards, and no
 * counter reckons with it, is our reading: a counter does not know what was paid elsewhere.
 */
export const yearlyOutpatient = decisionTable({
  id: "yearly-outpatient",
  title: { ja: "外来年間上限", en: "the yearly cap of outpatient care" },
  source: "eligibility-rules.md §4.2",
  requires: ["SYS-30"],
  rows: [
    row({
      id: "4.2/year-none",
      condition: { ja: "年間上限のない区分", en: "a class without a yearly cap" },
      outcome: { ja: "払い戻しなし", en: "nothing is paid back" },
      confidence: "M",
      matches: (given) => capOf(given) === undefined,
      result: () => 0,
      vectors: [{ title: "active income", given: { flag: "B01", paidYen: 400_000, table }, gives: 0 }],
    }),
    row({
      id: "4.2/year-over",
      condition: {
        ja: "8月から翌7月の外来自己負担が年間上限を超える",
        en: "more than the yearly cap from August to July",
      },
      outcome: { ja: "超えた額を保険者が払い戻す", en: "the insurer pays the excess back" },
      confidence: "M",
      matches: (given) => given.paidYen > (capOf(given) ?? 0),
      result: (given) => given.paidYen - (capOf(given) ?? 0),
      vectors: [
        { title: "a yen over", given: { flag: "B04", paidYen: 144_001, table }, gives: 1 },
        { title: "twelve months at the cap", given: { flag: "B04", paidYen: 216_000, table }, gives: 72_000 },
      ],
    }),
    row({
      id: "4.2/year-under",
      condition: { ja: "年間上限以下", en: "up to the yearly cap" },
      outcome: { ja: "払い戻しなし", en: "nothing is paid back" },
      confidence: "M",
      matches: () => true,
      result: () => 0,
      vectors: [{ title: "exactly the cap", given: { flag: "B04", paidYen: 144_000, table }, gives: 0 }],
    }),
  ],
});
