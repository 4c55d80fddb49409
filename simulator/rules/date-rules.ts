import {
  addDays,
  type CivilDate,
  civilDate,
  dateAt,
  endOfMonth,
  endOfTerm,
  inJapaneseCalendar,
} from "../kernel/civil-time.ts";
import { birthday, elderlyFrom, preschoolUntil, stageOn } from "../population/life-stage.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A question about a day. */
export type DateQuestion =
  /** The first day not covered after the last day of employment. */
  | { readonly ask: "loss"; readonly leftOn: CivilDate }
  /** The loss date of the old insurance when a new one begins. */
  | { readonly ask: "loss-by-change"; readonly newAcquired: CivilDate }
  | { readonly ask: "late-elderly-from"; readonly birthdate: CivilDate }
  | { readonly ask: "elderly-from"; readonly birthdate: CivilDate }
  | { readonly ask: "preschool-until"; readonly birthdate: CivilDate }
  /** The last day a 資格確認書 may carry. */
  | { readonly ask: "certificate-until"; readonly issued: CivilDate; readonly wanted: CivilDate }
  /** The last day of a 資格情報のお知らせ, none below 70. */
  | { readonly ask: "notice-until"; readonly birthdate: CivilDate; readonly issued: CivilDate }
  /** The last day of a 医療券 of a month `yyyymm`. */
  | { readonly ask: "ticket-until"; readonly month: string }
  /** The last day of the ratio that holds on a day. */
  | { readonly ask: "ratio-until"; readonly on: CivilDate }
  /** Until when the employer must have told the insurer, or the insurer the centre. */
  | { readonly ask: "insurer-told-by"; readonly since: CivilDate }
  | { readonly ask: "centre-told-by"; readonly since: CivilDate }
  /** A day as a card face shows it. */
  | { readonly ask: "card-face"; readonly on: CivilDate; readonly holder: "japanese" | "foreign" }
  /** The day at an instant. */
  | { readonly ask: "day-at"; readonly atMs: number };

const row = rowsOf<DateQuestion, string | undefined>();
const d = civilDate;
const REGISTRATION_DAYS = 5;
const CERTIFICATE_MONTHS = 60;

type Ask = DateQuestion["ask"];
type Of<A extends Ask> = Extract<DateQuestion, { readonly ask: A }>;

/** One rule: the questions it answers and how. */
function rule<const Id extends string, A extends Ask>(declaration: {
  readonly id: Id;
  readonly asks: readonly A[];
  readonly condition: { readonly ja: string; readonly en: string };
  readonly outcome: { readonly ja: string; readonly en: string };
  readonly confidence: "H" | "M";
  readonly answer: (question: Of<A>) => string | undefined;
  readonly vectors: readonly (readonly [string, Of<A>, string | undefined])[];
}) {
  const { id, asks, condition, outcome, confidence, answer, vectors } = declaration;
  return row({
    id,
    condition,
    outcome,
    confidence,
    matches: (question) => asks.some((ask) => ask === question.ask),
    result: (question) => answer(question as Of<A>),
    vectors: vectors.map(([title, given, gives]) => ({ title, given, gives })),
  });
}

/** Date rules (eligibility-rules.md §11). Days are `yyyymmdd` as on the wire, but for a card face. */
export const dateRules = decisionTable({
  id: "date-rules",
  title: { ja: "日付の規則", en: "date rules" },
  source: "eligibility-rules.md §11",
  requires: ["R3-17", "X-02"],
  rows: [
    rule({
      id: "11/loss",
      asks: ["loss"],
      condition: { ja: "退職（x日）", en: "employment ends on day x" },
      outcome: { ja: "喪失日はx＋1日、前日まで有効", en: "lost on x+1, covered until the day before" },
      confidence: "H",
      answer: ({ leftOn }) => addDays(leftOn, 1),
      vectors: [
        ["left at a month end: lost on the 1st", { ask: "loss", leftOn: d("2026-01-31") }, "20260201"],
        ["at the end of a short February", { ask: "loss", leftOn: d("2026-02-28") }, "20260301"],
        ["at the end of a long one", { ask: "loss", leftOn: d("2028-02-28") }, "20280229"],
      ],
    }),
    rule({
      id: "11/same-day-change",
      asks: ["loss-by-change"],
      condition: { ja: "保険者から保険者への異動", en: "change from insurer to insurer" },
      outcome: {
        ja: "喪失日＝新しい資格の取得日",
        en: "loss date = acquisition date of the new one: no gap, no overlap",
      },
      confidence: "M",
      answer: ({ newAcquired }) => newAcquired,
      vectors: [["new one from 1 February", { ask: "loss-by-change", newAcquired: d("2026-02-01") }, "20260201"]],
    }),
    rule({
      id: "11/75th",
      asks: ["late-elderly-from"],
      condition: { ja: "75歳の誕生日", en: "75th birthday" },
      outcome: {
        ja: "当日から後期高齢者医療、前の保険は当日喪失",
        en: "late-elderly from the birthday; the old insurance ends that day",
      },
      confidence: "M",
      answer: ({ birthdate }) => birthday(birthdate, 75),
      vectors: [
        ["born on the 1st", { ask: "late-elderly-from", birthdate: d("1951-03-01") }, "20260301"],
        ["born on the 29th of February", { ask: "late-elderly-from", birthdate: d("1952-02-29") }, "20270301"],
      ],
    }),
    rule({
      id: "11/70th",
      asks: ["elderly-from"],
      condition: { ja: "70歳の誕生日", en: "70th birthday" },
      outcome: { ja: "翌月から（1日生まれは当月から）", en: "from the month after; born on the 1st: that month" },
      confidence: "H",
      answer: ({ birthdate }) => elderlyFrom(birthdate),
      vectors: [
        ["born on the 1st", { ask: "elderly-from", birthdate: d("1956-03-01") }, "20260301"],
        ["born on the 2nd", { ask: "elderly-from", birthdate: d("1956-03-02") }, "20260401"],
        ["born on the last day of a month", { ask: "elderly-from", birthdate: d("1956-03-31") }, "20260401"],
        [
          "born on 29 February: 70 on 1 March of a short year, and elderly with that month (the leap day is our reading)",
          { ask: "elderly-from", birthdate: d("1956-02-29") },
          "20260301",
        ],
      ],
    }),
    rule({
      id: "11/preschool",
      asks: ["preschool-until"],
      condition: { ja: "未就学児", en: "preschool child" },
      outcome: { ja: "6歳に達する日以後の最初の3月31日まで", en: "until the first 31 March after reaching six" },
      confidence: "M",
      answer: ({ birthdate }) => preschoolUntil(birthdate),
      vectors: [
        ["born on 1 April: six on 31 March", { ask: "preschool-until", birthdate: d("2020-04-01") }, "20260331"],
        ["born a day later", { ask: "preschool-until", birthdate: d("2020-04-02") }, "20270331"],
      ],
    }),
    rule({
      id: "11/certificate",
      asks: ["certificate-until"],
      condition: { ja: "資格確認書の有効期間", en: "term of a 資格確認書" },
      outcome: { ja: "5年以内で保険者が定める", en: "at most five years, the insurer decides" },
      confidence: "H",
      answer: ({ issued, wanted }) => earlier(wanted, endOfTerm(issued, CERTIFICATE_MONTHS)),
      vectors: [
        ["five years", { ask: "certificate-until", issued: d("2025-12-02"), wanted: d("2030-12-01") }, "20301201"],
        [
          "a day more is too long",
          { ask: "certificate-until", issued: d("2025-12-02"), wanted: d("2030-12-02") },
          "20301201",
        ],
        ["one year", { ask: "certificate-until", issued: d("2025-12-02"), wanted: d("2026-11-30") }, "20261130"],
        [
          "issued on 29 February: no day less than issued on the 28th",
          { ask: "certificate-until", issued: d("2024-02-29"), wanted: d("2029-12-31") },
          "20290228",
        ],
        [
          "issued on 28 February",
          { ask: "certificate-until", issued: d("2024-02-28"), wanted: d("2029-12-31") },
          "20290227",
        ],
      ],
    }),
    rule({
      id: "11/notice",
      asks: ["notice-until"],
      condition: { ja: "資格情報のお知らせ", en: "資格情報のお知らせ" },
      outcome: { ja: "期限なし（70歳以上は毎年）", en: "no end date; yearly from 70" },
      confidence: "M",
      answer: ({ birthdate, issued }) => {
        const { stage } = stageOn(birthdate, issued);
        return stage === "elderly" || stage === "late-elderly" ? endOfRatioYear(issued) : undefined;
      },
      vectors: [
        ["an adult", { ask: "notice-until", birthdate: d("1980-05-05"), issued: d("2026-02-10") }, undefined],
        ["at 71", { ask: "notice-until", birthdate: d("1955-01-01"), issued: d("2026-02-10") }, "20260731"],
      ],
    }),
    rule({
      id: "11/ticket",
      asks: ["ticket-until"],
      condition: { ja: "医療券", en: "ticket of medical aid" },
      outcome: { ja: "暦月", en: "a calendar month" },
      confidence: "H",
      answer: ({ month }) => endOfMonth(d(`${month}01`)),
      vectors: [
        ["a February", { ask: "ticket-until", month: "202602" }, "20260228"],
        ["of a leap year", { ask: "ticket-until", month: "202802" }, "20280229"],
      ],
    }),
    rule({
      id: "11/ratio-year",
      asks: ["ratio-until"],
      condition: { ja: "負担割合の年度", en: "year of the ratio" },
      outcome: { ja: "8月1日から翌年7月31日", en: "1 August to 31 July" },
      confidence: "M",
      answer: ({ on }) => endOfRatioYear(on),
      vectors: [
        ["the last day", { ask: "ratio-until", on: d("2026-07-31") }, "20260731"],
        ["the first day", { ask: "ratio-until", on: d("2026-08-01") }, "20270731"],
      ],
    }),
    rule({
      id: "11/registration-deadline",
      asks: ["insurer-told-by", "centre-told-by"],
      condition: { ja: "資格取得の届出・登録", en: "registration of a new insurance" },
      outcome: { ja: "事業主から5日以内、保険者から5日以内", en: "employer five days, insurer five days more" },
      confidence: "H",
      // Counted in calendar days from the day after (ours: the source says five days).
      answer: ({ since }) => addDays(since, REGISTRATION_DAYS),
      vectors: [
        ["employer, over a month end", { ask: "insurer-told-by", since: d("2026-02-26") }, "20260303"],
        ["insurer", { ask: "centre-told-by", since: d("2026-03-03") }, "20260308"],
      ],
    }),
    rule({
      id: "11/card-dates",
      asks: ["card-face"],
      condition: { ja: "券面の日付", en: "dates on a card face" },
      outcome: { ja: "日本人は和暦、外国人住民は西暦", en: "Japanese era; western for foreign residents" },
      confidence: "H",
      answer: ({ on, holder }) => (holder === "japanese" ? inJapaneseCalendar(on) : westernDay(on)),
      vectors: [
        ["the first day of an era", { ask: "card-face", on: d("2019-05-01"), holder: "japanese" }, "令和元年5月1日"],
        ["the day before", { ask: "card-face", on: d("2019-04-30"), holder: "japanese" }, "平成31年4月30日"],
        ["a foreign resident", { ask: "card-face", on: d("2019-05-01"), holder: "foreign" }, "2019年5月1日"],
      ],
    }),
    rule({
      id: "11/business-day",
      asks: ["day-at"],
      condition: { ja: "日付の区切り", en: "where a day begins" },
      outcome: { ja: "日本標準時、夏時間なし", en: "Japan standard time, no daylight saving" },
      confidence: "H",
      answer: ({ atMs }) => dateAt(atMs),
      vectors: [
        ["the last ms of a day", { ask: "day-at", atMs: Date.UTC(2026, 1, 10, 14, 59, 59, 999) }, "20260210"],
        ["the first of the next", { ask: "day-at", atMs: Date.UTC(2026, 1, 10, 15) }, "20260211"],
      ],
    }),
  ],
});

/** A day a rule gives; a rule without an end gives none. */
export function dayBy(question: DateQuestion): CivilDate | undefined {
  const { result } = dateRules.decide(question);
  return result === undefined ? undefined : civilDate(result);
}

function endOfRatioYear(on: CivilDate): CivilDate {
  const year = Number(on.slice(0, 4)) + (on.slice(4) < "0801" ? 0 : 1);
  return civilDate(`${year}0731`);
}

function earlier(one: CivilDate, other: CivilDate): CivilDate {
  return one < other ? one : other;
}

function westernDay(on: CivilDate): string {
  return `${Number(on.slice(0, 4))}年${Number(on.slice(4, 6))}月${Number(on.slice(6))}日`;
}
