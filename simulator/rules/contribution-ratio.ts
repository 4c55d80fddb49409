import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { type LifeStage, stageOn } from "../population/life-stage.ts";
import type { ContributionRatio, LimitFlag } from "../population/limit-class.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** Whose share is asked, on which day. */
export interface RatioCase {
  readonly birthdate: CivilDate;
  readonly on: CivilDate;
  /** Income class 適用区分, which decides from 70 on; ordinary income where left out. */
  readonly flag?: LimitFlag;
  /** Policy `lateElderlyTwoTenths` of the day. */
  readonly twoTenths: boolean;
}

/** 現役並み所得: income as in working life. */
export const ACTIVE_INCOME: ReadonlySet<LimitFlag> = new Set<LimitFlag>(["B01", "B02", "B03"]);

const isActive = ({ flag }: RatioCase): boolean => flag !== undefined && ACTIVE_INCOME.has(flag);
const at =
  (stage: LifeStage) =>
  ({ birthdate, on }: RatioCase): boolean =>
    stageOn(birthdate, on).stage === stage;
const born = (birthdate: string, on: string, flag?: LimitFlag, twoTenths = true): RatioCase => ({
  birthdate: civilDate(birthdate),
  on: civilDate(on),
  ...(flag === undefined ? {} : { flag }),
  twoTenths,
});
const row = rowsOf<RatioCase, ContributionRatio>();

/** The patient's share by age and income (eligibility-rules.md §4.1). */
export const contributionRatio = decisionTable({
  id: "contribution-ratio",
  title: { ja: "年齢による一部負担金の割合", en: "the patient's share by age" },
  source: "eligibility-rules.md §4.1",
  requires: ["SYS-31", "N-11"],
  rows: [
    row({
      id: "4.1/preschool",
      condition: { ja: "未就学（6歳到達後最初の3月31日まで）", en: "until the first 31 March after reaching six" },
      outcome: { ja: "2割", en: "two tenths" },
      confidence: "M",
      matches: at("preschool"),
      result: () => "020",
      vectors: [{ title: "the last preschool day", given: born("2019-04-02", "2026-03-31"), gives: "020" }],
    }),
    row({
      id: "4.1/6-69",
      condition: { ja: "就学後、70歳になる月まで", en: "from school age until the elderly rules begin" },
      outcome: { ja: "3割", en: "three tenths" },
      confidence: "H",
      matches: at("ordinary"),
      result: () => "030",
      vectors: [
        { title: "the first day of school", given: born("2019-04-02", "2026-04-01"), gives: "030" },
        { title: "70 already, but still in that month", given: born("1956-02-10", "2026-02-28"), gives: "030" },
      ],
    }),
    row({
      id: "4.1/70-74-active",
      condition: { ja: "70～74歳、現役並み所得", en: "70 to 74 with income as in working life" },
      outcome: { ja: "3割", en: "three tenths" },
      confidence: "H",
      matches: (given) => at("elderly")(given) && isActive(given),
      result: () => "030",
      vectors: [{ title: "from the month after", given: born("1956-02-10", "2026-03-01", "B03"), gives: "030" }],
    }),
    row({
      id: "4.1/70-74",
      condition: { ja: "70～74歳、その他", en: "70 to 74, everybody else" },
      outcome: { ja: "2割", en: "two tenths" },
      confidence: "H",
      matches: at("elderly"),
      result: () => "020",
      vectors: [
        { title: "from the month after", given: born("1956-02-10", "2026-03-01", "B04"), gives: "020" },
        { title: "the day before the 75th birthday", given: born("1951-02-10", "2026-02-09", "B06"), gives: "020" },
      ],
    }),
    row({
      id: "4.1/75-active",
      condition: { ja: "75歳以上、現役並み所得", en: "75 and over with income as in working life" },
      outcome: { ja: "3割", en: "three tenths" },
      confidence: "H",
      matches: (given) => at("late-elderly")(given) && isActive(given),
      result: () => "030",
      vectors: [{ title: "the 75th birthday", given: born("1951-02-10", "2026-02-10", "B01"), gives: "030" }],
    }),
    row({
      id: "4.1/75-general-2",
      condition: { ja: "75歳以上、一般Ⅱ（2022-10-01から）", en: "75 and over, general II, since 2022-10-01" },
      outcome: { ja: "2割", en: "two tenths" },
      confidence: "H",
      matches: (given) => at("late-elderly")(given) && given.flag === "B09" && given.twoTenths,
      result: () => "020",
      vectors: [{ title: "general II", given: born("1940-05-01", "2026-02-10", "B09"), gives: "020" }],
    }),
    row({
      id: "4.1/75",
      condition: { ja: "75歳以上、その他", en: "75 and over, everybody else" },
      outcome: { ja: "1割", en: "one tenth" },
      confidence: "H",
      matches: at("late-elderly"),
      result: () => "010",
      vectors: [
        { title: "general I", given: born("1940-05-01", "2026-02-10", "B10"), gives: "010" },
        { title: "low income", given: born("1940-05-01", "2026-02-10", "B05"), gives: "010" },
        { title: "before the class existed", given: born("1940-05-01", "2022-09-30", "B09", false), gives: "010" },
      ],
    }),
  ],
});
