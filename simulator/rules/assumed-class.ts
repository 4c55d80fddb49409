import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { stageOn } from "../population/life-stage.ts";
import type { ContributionRatio, LimitFlag } from "../population/limit-class.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A patient whose answer brought no limit data. */
export interface AssumedClassCase {
  readonly birthdate: CivilDate;
  readonly on: CivilDate;
  readonly ratio: ContributionRatio;
  /** Policy `lateElderlyTwoTenths` of the day. */
  readonly twoTenths: boolean;
}

const stage = ({ birthdate, on }: AssumedClassCase) => stageOn(birthdate, on).stage;
const born = (birthdate: string, ratio: ContributionRatio, on = "2026-02-10", twoTenths = true): AssumedClassCase => ({
  birthdate: civilDate(birthdate),
  on: civilDate(on),
  ratio,
  twoTenths,
});
const row = rowsOf<AssumedClassCase, LimitFlag | undefined>();

/** Which limit class the counter assumes without limit data (eligibility-rules.md §4.4); undefined: no cap, the full share. */
export const assumedClass = decisionTable({
  id: "assumed-class",
  title: { ja: "限度額情報がないときの区分", en: "the class assumed without limit data" },
  source: "eligibility-rules.md §4.4 [G10, P19]",
  requires: ["R1-27"],
  rows: [
    row({
      id: "4.4/under-70",
      condition: { ja: "70歳未満", en: "under 70" },
      outcome: { ja: "上限なし（全額の自己負担分）", en: "no cap, the full share" },
      confidence: "M",
      matches: (given) => stage(given) === "preschool" || stage(given) === "ordinary",
      result: () => undefined,
      vectors: [{ title: "an employee", given: born("1980-01-01", "030"), gives: undefined }],
    }),
    row({
      id: "4.4/three-tenths",
      condition: { ja: "70歳以上、3割", en: "70 and over with three tenths" },
      outcome: { ja: "現役並みⅢ（最高）", en: "active income III, the highest" },
      confidence: "M",
      matches: ({ ratio }) => ratio === "030",
      result: () => "B01",
      vectors: [
        { title: "70 to 74", given: born("1953-01-01", "030"), gives: "B01" },
        { title: "75 and over", given: born("1940-01-01", "030"), gives: "B01" },
      ],
    }),
    row({
      id: "4.4/75-two-tenths",
      condition: { ja: "75歳以上、2割", en: "75 and over with two tenths" },
      outcome: { ja: "一般Ⅱ", en: "general II" },
      confidence: "M",
      matches: (given) => stage(given) === "late-elderly" && given.ratio === "020",
      result: () => "B09",
      vectors: [{ title: "75 and over", given: born("1940-01-01", "020"), gives: "B09" }],
    }),
    row({
      id: "4.4/75-one-tenth",
      condition: { ja: "75歳以上、1割", en: "75 and over with one tenth" },
      outcome: { ja: "一般Ⅰ（2022-09-30までは一般）", en: "general I; general until 2022-09-30" },
      confidence: "M",
      matches: (given) => stage(given) === "late-elderly",
      result: ({ twoTenths }) => (twoTenths ? "B10" : "B04"),
      vectors: [
        { title: "since the classes were split", given: born("1940-01-01", "010"), gives: "B10" },
        { title: "the day before", given: born("1940-01-01", "010", "2022-09-30", false), gives: "B04" },
      ],
    }),
    row({
      id: "4.4/70-74",
      condition: { ja: "70～74歳、1割・2割", en: "70 to 74 with one or two tenths" },
      outcome: { ja: "一般", en: "general" },
      confidence: "M",
      matches: () => true,
      result: () => "B04",
      vectors: [
        { title: "two tenths", given: born("1953-01-01", "020"), gives: "B04" },
        { title: "one tenth", given: born("1953-01-01", "010"), gives: "B04" },
      ],
    }),
  ],
});
