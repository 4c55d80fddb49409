import { addDays, addMonths, type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { type DecisionTable, decisionTable, type RuleRow, rowsOf } from "./decision-table.ts";

/** One item of medical information: the day it speaks of, and the day it reached the centre. */
export interface WindowCase {
  /** Day of care, of dispensing, or of the check-up. */
  readonly on: CivilDate;
  /** First day the centre has it: claims come 11 to 41 days after their month (eligibility-rules.md §6.1). */
  readonly arrived: CivilDate;
  readonly today: CivilDate;
  /** Policy of the day: how far back one may look, in months. */
  readonly windowMonths: number;
  /** Policy: the first day there are data of this kind. */
  readonly dataFrom: CivilDate;
}

const day = civilDate;
const D = day("2026-02-10");
const row = rowsOf<WindowCase, boolean>();

/** What tells one window from another: words, and the dates of its vectors. */
export interface Boundaries {
  readonly kind: "drug" | "care" | "surgery" | "checkup";
  readonly ja: string;
  readonly en: string;
  readonly dataFrom: string;
  /** How sure the first day is: of surgery and check-ups it is ours. */
  readonly fromConfidence: "M" | "A";
  readonly oldMonths: number;
  readonly arrivesJa: string;
  readonly arrivesEn: string;
}

type WindowRow<I extends string> = RuleRow<I, WindowCase, boolean>;

/** The four rows of a window; every kind has its own, with vectors on both sides of its dates. */
export function windowTable<
  const I extends string,
  const S extends string,
  const O extends string,
  const L extends string,
>(
  ids: { readonly early: I; readonly old: S; readonly late: O; readonly seen: L },
  { kind, ja, en, dataFrom, fromConfidence, oldMonths, arrivesJa, arrivesEn }: Boundaries,
  confidence: "H" | "A",
): DecisionTable<I | S | O | L, WindowCase, boolean> {
  const from = day(dataFrom);
  const case_ = (on: CivilDate, given: Partial<WindowCase> = {}): WindowCase => ({
    on,
    arrived: on,
    today: D,
    windowMonths: 60,
    dataFrom: from,
    ...given,
  });
  const beginsLater = day("2030-06-15");
  const edge60 = addMonths(beginsLater, -60);
  const edge = addMonths(D, -oldMonths);
  const rows: readonly [WindowRow<I>, WindowRow<S>, WindowRow<O>, WindowRow<L>] = [
    row({
      id: ids.early,
      condition: { ja: `${ja}：データの開始より前`, en: `${en}: before there are data` },
      outcome: { ja: "提供しない", en: "not given" },
      confidence: fromConfidence,
      matches: ({ on, dataFrom: first }) => on < first,
      result: () => false,
      vectors: [{ title: "the day before the first", given: case_(addDays(from, -1)), gives: false }],
    }) as WindowRow<I>,
    row({
      id: ids.old,
      condition: { ja: `${ja}：閲覧期間より前`, en: `${en}: older than the window` },
      outcome: { ja: "提供しない", en: "not given" },
      confidence,
      matches: ({ on, today, windowMonths }) => on < addMonths(today, -windowMonths),
      result: () => false,
      vectors: [
        {
          title: `C27: ${oldMonths / 12} years and a day`,
          given: case_(addDays(edge, -1), { windowMonths: oldMonths, dataFrom: day("2000-01-01") }),
          gives: false,
        },
        {
          title: "C27: 5 years and a day",
          given: case_(addDays(edge60, -1), { today: beginsLater, dataFrom: day("2000-01-01") }),
          gives: false,
        },
      ],
    }) as WindowRow<S>,
    row({
      id: ids.late,
      condition: { ja: `${ja}：${arrivesJa}`, en: `${en}: ${arrivesEn}` },
      outcome: { ja: "まだ提供できない", en: "not there yet" },
      confidence: "H",
      matches: ({ arrived, today }) => arrived > today,
      result: () => false,
      vectors: [
        { title: "the day before it arrives", given: case_(addDays(D, -20), { arrived: addDays(D, 1) }), gives: false },
      ],
    }) as WindowRow<O>,
    row({
      id: ids.seen,
      condition: { ja: `${ja}：閲覧期間内`, en: `${en}: inside the window` },
      outcome: { ja: "提供する", en: "given" },
      confidence: "H",
      matches: () => true,
      result: () => true,
      vectors: [
        { title: "the day it arrives", given: case_(addDays(D, -20), { arrived: D }), gives: true },
        {
          title: "the first day there are data",
          given: case_(from, { today: addDays(from, 90), arrived: from }),
          gives: true,
        },
        {
          title: `C27: ${oldMonths / 12} years to the day`,
          given: case_(edge, { windowMonths: oldMonths, dataFrom: day("2000-01-01") }),
          gives: true,
        },
        {
          title: "C27: 5 years less a day",
          given: case_(addDays(edge60, 1), { today: beginsLater, dataFrom: day("2000-01-01") }),
          gives: true,
        },
      ],
    }) as WindowRow<L>,
  ];
  return decisionTable<I | S | O | L, WindowCase, boolean>({
    id: `${kind}-window`,
    title: { ja: `${ja}の閲覧期間`, en: `window of ${en}` },
    source: "eligibility-rules.md §6.1",
    requires: kind === "checkup" ? ["R1-29", "N-03", "SYS-34"] : ["R1-08", "R1-28", "N-02", "SYS-33"],
    rows,
  });
}

/** Words of what comes from claims. */
export const CLAIMS_LATE = {
  arrivesJa: "レセプトが届いていない（診療月の翌月11日から41日）",
  arrivesEn: "the claim has not arrived",
};
