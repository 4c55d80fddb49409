import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { type QualificationValidity, VALIDITY } from "../messages/code-lists.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import { type CoverageRow, coversOn } from "./coverage.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";
import { latestFirst, shownRows } from "./validity-by-card.ts";

/** The keys of an inquiry by number (receipt-system-interface.md §2.2). */
export interface NumberKeys {
  readonly insurerNumber: string;
  readonly symbol: string | undefined;
  readonly number: string;
  readonly branch: string | undefined;
  readonly birthdate: string;
}

/** What the number path answers: a state, and the person and row it was found by. */
export interface NumberJudgement {
  readonly validity: QualificationValidity;
  readonly found: { readonly person: InsuredPerson; readonly row: Eligibility } | undefined;
  /** The row of the table that decided. */
  readonly by: NumberRowId;
}

/** Id of a row of {@link validityByNumber}. */
type NumberRowId = (typeof validityByNumber)["rows"][number]["id"];

/** A row an inquiry matched, and all rows of the same person. */
export interface NumberMatch {
  readonly row: CoverageRow;
  readonly person: { readonly eligibilities: readonly (CoverageRow & Pick<Eligibility, "held">)[] };
}

/** Everything that decides an inquiry by number. */
export interface NumberCase {
  /** A required item is missing or malformed. */
  readonly malformed: boolean;
  /** One entry a person who matches. */
  readonly matches: readonly NumberMatch[];
  readonly on: CivilDate;
}

/** What follows; without a validity it is an error of the row, and only the row that was asked for is ever given. */
export interface NumberOutcome {
  readonly validity: QualificationValidity | undefined;
  readonly gives: "asked-row" | "nothing";
}

const row = rowsOf<NumberCase, NumberOutcome>();
const D = civilDate("2026-02-10");
const former: CoverageRow = { acquired: civilDate("2020-04-01"), lost: civilDate("2026-02-01") };
const newer: CoverageRow = { acquired: civilDate("2026-02-01") };
const valid: CoverageRow = { acquired: civilDate("2020-04-01") };
const tomorrow: CoverageRow = { acquired: civilDate("2026-02-11") };
const match = (asked: CoverageRow, ...others: NumberMatch["person"]["eligibilities"]): NumberMatch => ({
  row: asked,
  person: { eligibilities: [asked, ...others] },
});
const at = (...matches: readonly NumberMatch[]): NumberCase => ({ malformed: false, matches, on: D });
const says = (validity: QualificationValidity, gives: NumberOutcome["gives"]): NumberOutcome => ({ validity, gives });
const first = ({ matches }: NumberCase): NumberMatch | undefined => matches[0];
const covered = (given: NumberCase): boolean => {
  const found = first(given);
  return found !== undefined && coversOn(found.row, given.on);
};
const coveredElsewhere = (given: NumberCase): boolean =>
  first(given)?.person.eligibilities.some((candidate) => candidate.held !== true && coversOn(candidate, given.on)) ===
  true;

/** The NUMBER path, top down (eligibility-rules.md §3.3). */
export const validityByNumber = decisionTable({
  id: "validity-by-number",
  title: { ja: "番号による資格確認の判定", en: "what an inquiry by number comes to" },
  source: "eligibility-rules.md §3.3, §3.6",
  requires: ["R3-13", "R3-14", "R3-15", "R0-15"],
  rows: [
    row({
      id: "3.3/1",
      condition: { ja: "必須項目の欠落・誤り", en: "a required item is missing or malformed" },
      outcome: { ja: "処理結果状況2とコード、資格有効性なし", en: "an error of the row, no validity" },
      confidence: "H",
      matches: ({ malformed }) => malformed,
      result: () => ({ validity: undefined, gives: "nothing" }),
      vectors: [
        {
          title: "V16, last row: without a birth date",
          given: { malformed: true, matches: [], on: D },
          gives: { validity: undefined, gives: "nothing" },
        },
      ],
    }),
    row({
      id: "3.3/2",
      condition: { ja: "一致する人がいない", en: "nobody matches" },
      outcome: { ja: "4 該当資格なし", en: "4" },
      confidence: "H",
      matches: ({ matches }) => matches.length === 0,
      result: () => says(VALIDITY.none, "nothing"),
      vectors: [
        { title: "V7 mistyped, V9 without 個人番号, or on hold", given: at(), gives: says(VALIDITY.none, "nothing") },
      ],
    }),
    row({
      id: "3.3/not-begun",
      condition: { ja: "一致する資格は確認日より後に始まる", en: "what matches begins after the day" },
      outcome: { ja: "4 該当資格なし", en: "4: on that day there was none" },
      confidence: "A", // 2 and 3 would need a loss date (receipt-system-interface.md §6.3 no. 15)
      matches: ({ matches, on }) => matches.every(({ row: { acquired } }) => on < acquired),
      result: () => says(VALIDITY.none, "nothing"),
      vectors: [
        { title: "it begins tomorrow", given: at(match(tomorrow)), gives: says(VALIDITY.none, "nothing") },
        {
          title: "another one is still valid: what begins tomorrow has not become invalid",
          given: at(match(tomorrow, valid)),
          gives: says(VALIDITY.none, "nothing"),
        },
      ],
    }),
    row({
      id: "3.3/3",
      condition: { ja: "2人以上が一致", en: "two or more persons match" },
      outcome: { ja: "5 複数該当", en: "5" },
      confidence: "A",
      matches: ({ matches }) => matches.length > 1,
      result: () => says(VALIDITY.several, "nothing"),
      vectors: [
        {
          title: "V8: twins, branch left out",
          given: at(match(valid), match(valid)),
          gives: says(VALIDITY.several, "nothing"),
        },
        {
          title: "also when one of the two was lost",
          given: at(match(valid), match(former)),
          gives: says(VALIDITY.several, "nothing"),
        },
      ],
    }),
    row({
      id: "3.3/4",
      condition: { ja: "1人で、確認日に有効", en: "one person, the row valid on the day" },
      outcome: { ja: "1 有効（枝番も返す）", en: "1, with the branch number even if not given" },
      confidence: "H",
      matches: covered,
      result: () => says(VALIDITY.valid, "asked-row"),
      vectors: [
        { title: "a valid row", given: at(match(valid)), gives: says(VALIDITY.valid, "asked-row") },
        {
          title: "the day it begins",
          given: { ...at(match(tomorrow)), on: tomorrow.acquired },
          gives: says(VALIDITY.valid, "asked-row"),
        },
        {
          title: "the last day before the loss",
          given: { ...at(match(former, newer)), on: civilDate("2026-01-31") },
          gives: says(VALIDITY.valid, "asked-row"),
        },
      ],
    }),
    row({
      id: "3.3/5",
      condition: {
        ja: "1人で無効、同じ人に他の有効な資格あり",
        en: "not valid, the same person has another valid row",
      },
      outcome: { ja: "3 無効（新しい資格あり）。内容は返さない", en: "3; the new row's data are not given" },
      confidence: "L",
      matches: coveredElsewhere,
      result: () => says(VALIDITY.invalidNewer, "asked-row"),
      vectors: [
        {
          title: "V5, V6 after the feed",
          given: at(match(former, newer)),
          gives: says(VALIDITY.invalidNewer, "asked-row"),
        },
        {
          title: "on the day of a change without a gap",
          given: { ...at(match(former, newer)), on: civilDate("2026-02-01") },
          gives: says(VALIDITY.invalidNewer, "asked-row"),
        },
      ],
    }),
    row({
      id: "3.3/6",
      condition: { ja: "1人で無効、有効な資格なし", en: "not valid, no other valid row" },
      outcome: { ja: "2 無効", en: "2" },
      confidence: "H",
      matches: () => true,
      result: () => says(VALIDITY.invalid, "asked-row"),
      vectors: [
        { title: "V6 before the feed", given: at(match(former)), gives: says(VALIDITY.invalid, "asked-row") },
        {
          title: "the new one is held back by the J-LIS comparison",
          given: at(match(former, { ...newer, held: true })),
          gives: says(VALIDITY.invalid, "asked-row"),
        },
        {
          title: "the new one begins tomorrow",
          given: at(match(former, tomorrow)),
          gives: says(VALIDITY.invalid, "asked-row"),
        },
      ],
    }),
  ],
});

/**
 * Rows 2 to 6 for people registered under the number. A missing symbol or branch is not compared; what is given is compared
 * as registered, without any silent normalising (§3.3). A held row is not there (§15.4).
 */
export function judgeByNumber(keys: NumberKeys, candidates: readonly InsuredPerson[], on: CivilDate): NumberJudgement {
  const matches = matchesOf(keys, candidates, on);
  const { row: by, result } = validityByNumber.decide({ malformed: false, matches, on });
  const { validity = VALIDITY.none, gives } = result;
  return { validity, found: gives === "asked-row" ? matches[0] : undefined, by };
}

/** Who matches keys on a day, each with the row to speak of: the valid one, else the latest that has begun. */
export function matchesOf(
  keys: NumberKeys,
  candidates: readonly InsuredPerson[],
  on: CivilDate,
): readonly { readonly person: InsuredPerson; readonly row: Eligibility }[] {
  return candidates.flatMap((person) => {
    if (person.birthdate !== keys.birthdate) return [];
    const rows = shownRows(person).filter((candidate) => hasKeys(candidate, keys));
    const found = rows.find((candidate) => coversOn(candidate, on)) ?? latestBegun(rows, on) ?? rows[0];
    return found === undefined ? [] : [{ person, row: found }];
  });
}

const latestBegun = (rows: readonly Eligibility[], on: CivilDate): Eligibility | undefined =>
  rows.toSorted(latestFirst).find(({ acquired }) => acquired <= on);

/** Whether a row has the keys; a symbol or branch that was not given fits any. */
export function hasKeys(
  { insurerNumber, symbol, number, branch }: Eligibility,
  keys: Omit<NumberKeys, "birthdate">,
): boolean {
  return (
    insurerNumber === keys.insurerNumber &&
    number === keys.number &&
    (keys.symbol === undefined || symbol === keys.symbol) &&
    (keys.branch === undefined || branch === keys.branch)
  );
}
