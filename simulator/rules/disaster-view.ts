import type { CivilDate } from "../kernel/civil-time.ts";
import { civilDate } from "../kernel/civil-time.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** An area and period the ministry opened (requirements.md R1-35): municipalities, first and last day. */
export interface DisasterScope {
  readonly municipalities: readonly string[];
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** A look without card in a disaster (eligibility-rules.md §15.2). */
export interface DisasterLook {
  readonly scopes: readonly DisasterScope[];
  /** Municipality of the facility that asks. */
  readonly municipality: string;
  readonly on: CivilDate;
  /** `care`, or anything else: the view is for care only. */
  readonly purpose: "care" | "other";
  readonly consent: "oral" | "unconscious" | "none";
  /** People the items fit. */
  readonly found: number;
}

/** What comes of it. */
export type DisasterOutcome = "outside" | "not-for-care" | "no-consent" | "none" | "several" | "shown";

const scope: DisasterScope = {
  municipalities: ["青浪市"],
  from: civilDate("2026-02-10"),
  until: civilDate("2026-02-17"),
};
const look: DisasterLook = {
  scopes: [scope],
  municipality: "青浪市",
  on: civilDate("2026-02-12"),
  purpose: "care",
  consent: "oral",
  found: 1,
};
const row = rowsOf<DisasterLook, DisasterOutcome>();

/** The disaster view: opened by the ministry for an area and a period, medical information too, every view logged (§15.2). */
export const disasterView = decisionTable({
  id: "disaster-view",
  title: { ja: "災害時の特別措置による閲覧", en: "the view in a disaster" },
  source: "eligibility-rules.md §15.2; requirements.md R1-34, R1-35",
  requires: ["R1-34", "R1-35", "SYS-40", "SYS-47", "X-08"],
  rows: [
    row({
      id: "15.2/outside",
      condition: { ja: "指定の地域または期間の外", en: "outside the area or the period" },
      outcome: { ja: "閲覧できない", en: "refused" },
      confidence: "H",
      matches: ({ scopes, municipality, on }) =>
        !scopes.some(
          ({ municipalities, from, until }) => municipalities.includes(municipality) && from <= on && on <= until,
        ),
      result: () => "outside",
      vectors: [
        { title: "nothing is opened", given: { ...look, scopes: [] }, gives: "outside" },
        { title: "another municipality", given: { ...look, municipality: "朝凪市" }, gives: "outside" },
        { title: "the day before", given: { ...look, on: civilDate("2026-02-09") }, gives: "outside" },
        { title: "the day after", given: { ...look, on: civilDate("2026-02-18") }, gives: "outside" },
      ],
    }),
    row({
      id: "15.2/not-for-care",
      condition: { ja: "診療等以外の目的", en: "for anything but care" },
      outcome: { ja: "閲覧できない", en: "refused" },
      confidence: "H",
      matches: ({ purpose }) => purpose !== "care",
      result: () => "not-for-care",
      vectors: [{ title: "for statistics", given: { ...look, purpose: "other" }, gives: "not-for-care" }],
    }),
    row({
      id: "15.2/no-consent",
      condition: { ja: "意識がある患者が口頭で同意していない", en: "a conscious patient did not consent" },
      outcome: { ja: "閲覧できない", en: "refused" },
      confidence: "H",
      matches: ({ consent }) => consent === "none",
      result: () => "no-consent",
      vectors: [{ title: "the patient says no", given: { ...look, consent: "none" }, gives: "no-consent" }],
    }),
    row({
      id: "15.2/none",
      condition: { ja: "該当者なし", en: "nobody fits" },
      outcome: { ja: "該当なし", en: "none found" },
      confidence: "A",
      matches: ({ found }) => found === 0,
      result: () => "none",
      vectors: [{ title: "nobody of that name", given: { ...look, found: 0 }, gives: "none" }],
    }),
    row({
      id: "15.2/several",
      condition: { ja: "該当者が2人以上", en: "two or more people fit" },
      outcome: { ja: "誰の情報も返さない", en: "nobody's data" },
      confidence: "A",
      matches: ({ found }) => found > 1,
      result: () => "several",
      vectors: [{ title: "two people", given: { ...look, found: 2 }, gives: "several" }],
    }),
    row({
      id: "15.2/shown",
      condition: {
        ja: "地域・期間の内で、診療のため、同意がある（または意識がない）",
        en: "inside, for care, with consent or unconscious",
      },
      outcome: {
        ja: "薬剤・診療・健診・処方と保険者番号・枝番まで示し、閲覧を記録する",
        en: "drugs, care, check-ups, prescriptions, and insurer number with branch; the view is logged",
      },
      confidence: "H",
      matches: () => true,
      result: () => "shown",
      vectors: [
        { title: "with oral consent", given: look, gives: "shown" },
        { title: "unconscious", given: { ...look, consent: "unconscious" }, gives: "shown" },
        { title: "the first day", given: { ...look, on: civilDate("2026-02-10") }, gives: "shown" },
        { title: "the last day", given: { ...look, on: civilDate("2026-02-17") }, gives: "shown" },
      ],
    }),
  ],
});
