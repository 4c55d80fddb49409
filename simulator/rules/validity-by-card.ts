import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { ensure } from "../kernel/errors.ts";
import { type QualificationValidity, VALIDITY } from "../messages/code-lists.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import { type CoverageRow, coversOn } from "./coverage.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";
import { isHeldBack } from "./protection.ts";
import type { AidState } from "./validity-by-ticket.ts";

/** What the card path answers: a state and the insurances that go with it; the aid part is another rule's (§13.3). */
export interface CardJudgement {
  readonly validity: QualificationValidity;
  readonly rows: readonly Eligibility[];
}

/** Everything that decides a check-in with a card. */
export interface CardCase {
  /** Face, PIN or visual check was completed. */
  readonly authenticated: boolean;
  /** False when the certificate is revoked, or expired beyond its grace (§7). */
  readonly certificateUsable: boolean;
  readonly selfInfoRefused: boolean;
  /** The card counts as insurance card. */
  readonly registered: boolean;
  /** Insurances the centre may show, and whether others are on hold (§15.4). */
  readonly rows: readonly CoverageRow[];
  readonly held: boolean;
  readonly aid: AidState | undefined;
  readonly on: CivilDate;
}

/** What the centre does; `lists` says which insurances go into an answer. */
export type CardOutcome =
  | { readonly answers: false; readonly does: "nothing" | "refuses-certificate" | "refuses-person" | "registers-first" }
  | { readonly answers: true; readonly validity: QualificationValidity; readonly lists: "valid" | "latest" | "none" };

const row = rowsOf<CardCase, CardOutcome>();
const D = civilDate("2026-02-10");
const healthSociety: CoverageRow = { acquired: civilDate("2020-04-01") };
const lostOn = (lost: string): CoverageRow => ({ ...healthSociety, lost: civilDate(lost) });
const at = (changes: Partial<CardCase>): CardCase => ({
  authenticated: true,
  certificateUsable: true,
  selfInfoRefused: false,
  registered: true,
  rows: [healthSociety],
  held: false,
  aid: undefined,
  on: D,
  ...changes,
});
const stops = (does: Extract<CardOutcome, { answers: false }>["does"]): CardOutcome => ({ answers: false, does });
const says = (validity: QualificationValidity, lists: "valid" | "latest" | "none"): CardOutcome => ({
  answers: true,
  validity,
  lists,
});
const anyValid = ({ rows, on }: CardCase): boolean => rows.some((candidate) => coversOn(candidate, on));

/** The CARD path, top down (eligibility-rules.md §3.2). Never 3 and never 5 with a card. */
export const validityByCard = decisionTable({
  id: "validity-by-card",
  title: { ja: "カードによる資格確認の判定", en: "what a check-in with a card comes to" },
  source: "eligibility-rules.md §3.2, §3.6",
  requires: ["R3-12", "R3-14", "R3-16", "R3-53", "R1-47", "R3-42"],
  rows: [
    row({
      id: "3.2/1",
      condition: { ja: "本人確認が完了していない", en: "authentication not completed" },
      outcome: { ja: "照会しない", en: "no message to the centre" },
      confidence: "H",
      matches: ({ authenticated }) => !authenticated,
      result: () => stops("nothing"),
      vectors: [{ title: "the patient walked away", given: at({ authenticated: false }), gives: stops("nothing") }],
    }),
    row({
      id: "3.2/2",
      condition: { ja: "証明書が失効、または猶予期間も終了", en: "certificate revoked, or expired beyond grace" },
      outcome: { ja: "資格を返さない", en: "no eligibility" },
      confidence: "H",
      matches: ({ certificateUsable }) => !certificateUsable,
      result: () => stops("refuses-certificate"),
      vectors: [{ title: "V17", given: at({ certificateUsable: false }), gives: stops("refuses-certificate") }],
    }),
    row({
      id: "3.2/3",
      condition: { ja: "自己情報提供不可", en: "provision of one's own information is refused" },
      outcome: { ja: "カードを使えない", en: "the card is refused, first registration too" },
      confidence: "H",
      matches: ({ selfInfoRefused }) => selfInfoRefused,
      result: () => stops("refuses-person"),
      vectors: [
        { title: "V14", given: at({ selfInfoRefused: true }), gives: stops("refuses-person") },
        {
          title: "the same before first registration",
          given: at({ selfInfoRefused: true, registered: false }),
          gives: stops("refuses-person"),
        },
      ],
    }),
    row({
      id: "3.2/4",
      condition: { ja: "利用登録をしていないカード", en: "card not registered for insurance use" },
      outcome: { ja: "利用登録へ（資格がなければ失敗）", en: "registration first; it fails without eligibility" },
      confidence: "H",
      matches: ({ registered }) => !registered,
      result: () => stops("registers-first"),
      vectors: [
        {
          title: "V10, card not registered",
          given: at({ registered: false, rows: [] }),
          gives: stops("registers-first"),
        },
      ],
    }),
    row({
      id: "3.2/5",
      condition: { ja: "すべての資格がJ-LIS照合の不一致で保留中", en: "all rows on hold by the J-LIS comparison" },
      outcome: { ja: "4 該当資格なし", en: "4" },
      confidence: "A",
      matches: ({ rows, held, aid }) => rows.length === 0 && held && aid === undefined,
      result: () => says(VALIDITY.none, "none"),
      vectors: [{ title: "held", given: at({ rows: [], held: true }), gives: says(VALIDITY.none, "none") }],
    }),
    row({
      id: "3.2/6",
      condition: { ja: "医療保険も医療扶助もない", en: "no insurance row and no aid row" },
      outcome: { ja: "4 該当資格なし", en: "4" },
      confidence: "H",
      matches: ({ rows, aid }) => rows.length === 0 && aid === undefined,
      result: () => says(VALIDITY.none, "none"),
      vectors: [{ title: "V10, card registered", given: at({ rows: [] }), gives: says(VALIDITY.none, "none") }],
    }),
    row({
      id: "3.2/7",
      condition: {
        ja: "有効な医療保険、または医療券のある医療扶助",
        en: "a valid insurance, or valid aid with ticket",
      },
      outcome: { ja: "1 有効（有効なものをすべて返す）", en: "1; all valid ones are listed" },
      confidence: "H",
      matches: (given) => given.aid === "with-ticket" || anyValid(given),
      result: () => says(VALIDITY.valid, "valid"),
      vectors: [
        { title: "V1", given: at({}), gives: says(VALIDITY.valid, "valid") },
        {
          title: "V3: lost tomorrow",
          given: at({ rows: [lostOn("2026-02-11")] }),
          gives: says(VALIDITY.valid, "valid"),
        },
        {
          title: "V4: the old lost, the new registered",
          given: at({ rows: [lostOn("2026-02-01"), { acquired: civilDate("2026-02-01") }] }),
          gives: says(VALIDITY.valid, "valid"),
        },
        {
          title: "V11: aid with ticket",
          given: at({ rows: [], aid: "with-ticket" }),
          gives: says(VALIDITY.valid, "valid"),
        },
        {
          title: "insurance valid, aid without ticket (A)",
          given: at({ aid: "no-ticket" }),
          gives: says(VALIDITY.valid, "valid"),
        },
      ],
    }),
    row({
      id: "3.2/8",
      condition: {
        ja: "有効な医療扶助のみ、当月・自機関の券なし",
        en: "valid aid, no ticket for this facility and month",
      },
      outcome: { ja: "6 有効（未登録）", en: "6" },
      confidence: "H",
      matches: ({ aid }) => aid === "no-ticket" || aid === "elsewhere",
      result: () => says(VALIDITY.validUnregistered, "none"),
      vectors: [
        {
          title: "V12: none",
          given: at({ rows: [], aid: "no-ticket" }),
          gives: says(VALIDITY.validUnregistered, "none"),
        },
        {
          title: "V12: another facility's, which looks the same",
          given: at({ rows: [lostOn("2025-10-01")], aid: "elsewhere" }),
          gives: says(VALIDITY.validUnregistered, "none"),
        },
      ],
    }),
    row({
      id: "3.2/9",
      condition: { ja: "資格はあるがいずれも有効でない", en: "rows exist, none valid" },
      outcome: { ja: "2 無効（最新のものを返す）", en: "2; the latest is listed" },
      confidence: "H",
      matches: () => true,
      result: () => says(VALIDITY.invalid, "latest"),
      vectors: [
        {
          title: "V2: lost on this very day",
          given: at({ rows: [lostOn("2026-02-10")] }),
          gives: says(VALIDITY.invalid, "latest"),
        },
        {
          title: "V6 by card: the new one is not fed yet",
          given: at({ rows: [lostOn("2026-02-01")] }),
          gives: says(VALIDITY.invalid, "latest"),
        },
        {
          title: "aid ended, nothing else: there is no insurance to list",
          given: at({ rows: [], aid: "ended" }),
          gives: says(VALIDITY.invalid, "latest"),
        },
        {
          title: "acquired tomorrow",
          given: at({ rows: [{ acquired: civilDate("2026-02-11") }] }),
          gives: says(VALIDITY.invalid, "latest"),
        },
      ],
    }),
  ],
});

/** The insurances the centre may show of a person: none of one on hold, and no held row (§15.4). */
export function shownRows(person: Pick<InsuredPerson, "eligibilities" | "flags">): readonly Eligibility[] {
  if (isHeldBack(person)) return [];
  const { eligibilities } = person;
  return eligibilities.some(({ held }) => held === true)
    ? eligibilities.filter(({ held }) => held !== true)
    : eligibilities;
}

/** Rows 5 to 9 for a person the centre recognised; `aid` is what §13 makes of their 医療扶助 at the facility. */
export function judgeByCard(
  person: Pick<InsuredPerson, "eligibilities" | "flags">,
  on: CivilDate,
  aid?: AidState,
): CardJudgement {
  const rows = shownRows(person);
  const held = rows.length < person.eligibilities.length;
  const { result } = validityByCard.decide({ ...RECOGNISED, rows, held, aid, on });
  ensure(result.answers, "a recognised person is answered");
  return { validity: result.validity, rows: listed(rows, result.lists, on) };
}

function listed(
  rows: readonly Eligibility[],
  lists: "valid" | "latest" | "none",
  on: CivilDate,
): readonly Eligibility[] {
  if (lists === "valid") return rows.filter((candidate) => coversOn(candidate, on));
  return lists === "latest" ? rows.toSorted(latestFirst).slice(0, 1) : [];
}

/** Rows 1 to 4 are decided before anybody asks for eligibility (services authentication and registration). */
const RECOGNISED = { authenticated: true, certificateUsable: true, selfInfoRefused: false, registered: true } as const;

/** Latest acquisition first. */
export function latestFirst(a: Eligibility, b: Eligibility): number {
  return a.acquired === b.acquired ? 0 : a.acquired < b.acquired ? 1 : -1;
}
