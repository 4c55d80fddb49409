import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { elderlyFrom } from "../population/life-stage.ts";
import type { ContributionRatio, LimitFlag } from "../population/limit-class.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A limit certificate as it came, with what it can be compared to. */
export interface LimitCase {
  readonly birthdate: CivilDate;
  readonly on: CivilDate;
  readonly insurerNumber: string;
  readonly flag: LimitFlag;
  readonly ratio?: ContributionRatio;
  readonly validFrom?: CivilDate;
  /** Last day. */
  readonly validUntil?: CivilDate;
}

/** What looks wrong with it; nobody has to act on this level. */
export type LimitDoubt = "ratio-of-class" | "class-of-younger" | "class-of-older" | "outside-dates" | "none";

const isElderly = ({ birthdate, on }: LimitCase): boolean => on >= elderlyFrom(birthdate);
const ONE_TENTH: ReadonlySet<LimitFlag> = new Set<LimitFlag>(["B05", "B06", "B07", "B08", "B10"]);

const BASE = {
  birthdate: civilDate("1940-05-01"),
  on: civilDate("2026-02-10"),
  insurerNumber: "39990015",
  flag: "B10",
  ratio: "010",
} as const satisfies LimitCase;
const YOUNGER = { ...BASE, birthdate: civilDate("1956-02-10"), insurerNumber: "06990014", ratio: "030" } as const;
const row = rowsOf<LimitCase, LimitDoubt>();

/** Doubts about limit data beyond the official contradiction: our extensions, a warning of their own level (§4.3). */
export const limitPlausibility = decisionTable({
  id: "limit-plausibility",
  title: { ja: "限度額情報の妥当性（本製品の追加警告）", en: "doubts about limit data (our own warnings)" },
  source: "eligibility-rules.md §4.3, our extensions",
  requires: ["R3-33"],
  rows: [
    row({
      id: "4.3/ratio-of-class",
      condition: {
        ja: "後期高齢者で、一般Ⅱなのに2割でない、または一般Ⅰ・低所得なのに1割でない",
        en: "late-elderly: general II without two tenths, or general I or low income without one tenth",
      },
      outcome: { ja: "追加警告", en: "a warning" },
      confidence: "M",
      matches: ({ insurerNumber, flag, ratio }) =>
        insurerNumber.startsWith("39") &&
        ratio !== undefined &&
        ((flag === "B09" && ratio !== "020") || (ONE_TENTH.has(flag) && ratio !== "010")),
      result: () => "ratio-of-class",
      vectors: [
        { title: "general II with one tenth", given: { ...BASE, flag: "B09" }, gives: "ratio-of-class" },
        { title: "general I with two tenths", given: { ...BASE, ratio: "020" }, gives: "ratio-of-class" },
      ],
    }),
    row({
      id: "4.3/class-of-younger",
      condition: { ja: "70歳以上で70歳未満の区分", en: "70 or over with a class of the younger" },
      outcome: { ja: "追加警告", en: "a warning" },
      confidence: "A",
      matches: (given) => given.flag.startsWith("A") && isElderly(given),
      result: () => "class-of-younger",
      vectors: [
        {
          title: "the first day of the elderly rules",
          given: { ...YOUNGER, flag: "A03", on: civilDate("2026-03-01") },
          gives: "class-of-younger",
        },
      ],
    }),
    row({
      id: "4.3/class-of-older",
      condition: { ja: "70歳未満で70歳以上の区分", en: "under 70 with a class of the older" },
      outcome: { ja: "追加警告", en: "a warning" },
      confidence: "A",
      matches: (given) => given.flag.startsWith("B") && !isElderly(given),
      result: () => "class-of-older",
      vectors: [
        {
          title: "the last day before the elderly rules",
          given: { ...YOUNGER, flag: "B04", on: civilDate("2026-02-28") },
          gives: "class-of-older",
        },
      ],
    }),
    row({
      id: "4.3/outside-dates",
      condition: { ja: "確認日が適用区分の有効期間外", en: "the day lies outside the dates of the class" },
      outcome: { ja: "追加警告", en: "a warning" },
      confidence: "A",
      matches: ({ on, validFrom, validUntil }) =>
        (validFrom !== undefined && on < validFrom) || (validUntil !== undefined && validUntil < on),
      result: () => "outside-dates",
      vectors: [
        {
          title: "the day before it begins",
          given: { ...BASE, validFrom: civilDate("2026-02-11") },
          gives: "outside-dates",
        },
        {
          title: "the day after its last",
          given: { ...BASE, validUntil: civilDate("2026-02-09") },
          gives: "outside-dates",
        },
      ],
    }),
    row({
      id: "4.3/no-doubt",
      condition: { ja: "その他", en: "otherwise" },
      outcome: { ja: "警告なし", en: "no warning" },
      confidence: "A",
      matches: () => true,
      result: () => "none",
      vectors: [
        { title: "general I with one tenth", given: BASE, gives: "none" },
        { title: "general II with two tenths", given: { ...BASE, flag: "B09", ratio: "020" }, gives: "none" },
        { title: "under 70 with a class of under 70", given: { ...YOUNGER, flag: "A03" }, gives: "none" },
        { title: "on its last day", given: { ...BASE, validUntil: civilDate("2026-02-10") }, gives: "none" },
      ],
    }),
  ],
});
