import type { ContributionRatio, LimitFlag } from "../population/limit-class.ts";
import { ACTIVE_INCOME } from "./contribution-ratio.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A ratio of the elderly or late-elderly certificate beside a limit class, as they came. */
export interface RatioAndClass {
  readonly ratio?: ContributionRatio;
  readonly flag?: LimitFlag;
}

/** 一般 and 低所得 of 70 and over. */
const ORDINARY_INCOME: ReadonlySet<LimitFlag> = new Set<LimitFlag>(["B04", "B05", "B06", "B07", "B08", "B09", "B10"]);

const isActive = ({ flag }: RatioAndClass): boolean => flag !== undefined && ACTIVE_INCOME.has(flag);
const isOrdinary = ({ flag }: RatioAndClass): boolean => flag !== undefined && ORDINARY_INCOME.has(flag);
const isLow = ({ ratio }: RatioAndClass): boolean => ratio === "010" || ratio === "020";
const row = rowsOf<RatioAndClass, "contradiction" | "agrees" | "unknown">();

/**
 * Whether ratio and class can both be right (eligibility-rules.md §4.3, requirements.md case 1-④). On a contradiction the
 * insurer is asked and no cap is applied by itself.
 */
export const limitContradiction = decisionTable({
  id: "limit-contradiction",
  title: { ja: "負担割合と適用区分の不一致", en: "ratio and limit class that contradict each other" },
  source: "eligibility-rules.md §4.3",
  requires: ["R3-33", "R3-34", "R3-35", "N-11"],
  rows: [
    row({
      id: "4.3/low-ratio-active",
      condition: { ja: "1割・2割と現役並み", en: "one or two tenths with active income" },
      outcome: {
        ja: "不一致。正しくは1割・2割と一般または低所得",
        en: "contradiction; right would be general or low income",
      },
      confidence: "H",
      matches: (given) => isLow(given) && isActive(given),
      result: () => "contradiction",
      vectors: (["010", "020"] as const).flatMap((ratio) =>
        (["B01", "B02", "B03"] as const).map((flag) => ({
          title: `${ratio} with ${flag}`,
          given: { ratio, flag },
          gives: "contradiction" as const,
        })),
      ),
    }),
    row({
      id: "4.3/three-tenths-ordinary",
      condition: { ja: "3割と一般または低所得", en: "three tenths with general or low income" },
      outcome: { ja: "不一致。正しくは3割と現役並み", en: "contradiction; right would be active income" },
      confidence: "H",
      matches: (given) => given.ratio === "030" && isOrdinary(given),
      result: () => "contradiction",
      vectors: (["B04", "B05", "B06", "B07", "B08", "B09", "B10"] as const).map((flag) => ({
        title: `030 with ${flag}`,
        given: { ratio: "030", flag },
        gives: "contradiction",
      })),
    }),
    row({
      id: "4.3/low-ratio-ordinary",
      condition: { ja: "1割・2割と一般または低所得", en: "one or two tenths with general or low income" },
      outcome: { ja: "一致", en: "they agree" },
      confidence: "H",
      matches: (given) => isLow(given) && isOrdinary(given),
      result: () => "agrees",
      vectors: [
        { title: "010 with B10", given: { ratio: "010", flag: "B10" }, gives: "agrees" },
        { title: "020 with B04", given: { ratio: "020", flag: "B04" }, gives: "agrees" },
      ],
    }),
    row({
      id: "4.3/three-tenths-active",
      condition: { ja: "3割と現役並み", en: "three tenths with active income" },
      outcome: { ja: "一致", en: "they agree" },
      confidence: "H",
      matches: (given) => given.ratio === "030" && isActive(given),
      result: () => "agrees",
      vectors: [{ title: "030 with B03", given: { ratio: "030", flag: "B03" }, gives: "agrees" }],
    }),
    row({
      id: "4.3/absent",
      condition: { ja: "割合または70歳以上の区分がない", en: "no ratio, or no class of 70 and over" },
      outcome: { ja: "判定できない（不一致ではない）", en: "cannot be told: no contradiction" },
      confidence: "H",
      matches: () => true,
      result: () => "unknown",
      vectors: [
        { title: "no class", given: { ratio: "020" }, gives: "unknown" },
        { title: "no ratio", given: { flag: "B02" }, gives: "unknown" },
        { title: "a class of under 70", given: { ratio: "030", flag: "A03" }, gives: "unknown" },
      ],
    }),
  ],
});
