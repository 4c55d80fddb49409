import { decisionTable, rowsOf } from "./decision-table.ts";

/** What decides the answer for somebody with 医療扶助. */
export interface AidCase {
  /** OQSCD020 as the office registered it: 01 aid alone, 02 together with insurance. */
  readonly use: "01" | "02";
  /** Whether aid has begun and not ended on the day asked about. */
  readonly running: boolean;
  /** Whether any insurance of the person is valid on that day. */
  readonly insured: boolean;
  /** Whether a ticket for the asking facility and the month is registered. */
  readonly ticketed: boolean;
}

/** What the centre answers about the aid of a person. */
export interface AidAnswer {
  /** OQSCD006 where only the aid speaks; with a valid insurance the insurance does (§3.2 row 7, §8.26 of the interface). */
  readonly validity: "1" | "2" | "6";
  /** The A1 record: with numbers and ticket, with neither, with neither and its stop date, or not there. */
  readonly record: "with-ticket" | "without-numbers" | "ended" | "none";
  /** 整合性フラグ: the office says insured, no insurer has registered it. */
  readonly inconsistent: boolean;
}

const row = rowsOf<AidCase, AidAnswer>();
const person = (use: AidCase["use"], insured: boolean, ticketed: boolean, running = true): AidCase => ({
  use,
  insured,
  ticketed,
  running,
});
const answer = (validity: AidAnswer["validity"], record: AidAnswer["record"], inconsistent = false): AidAnswer => ({
  validity,
  record,
  inconsistent,
});

/**
 * 医療扶助 by card at a facility in a month (eligibility-rules.md §13.3). "Without ticket" is one answer for two reasons,
 * not entrusted and not yet registered: a facility cannot tell which (§13.2). Somebody whom the office calls alone and who
 * has a valid insurance all the same is answered as one with both (ours: §3.2 row 7 lists all that is valid). An aid
 * that has ended is a row that exists and is not valid, listed where it is the latest (§3.2 rows 6 and 9, as we read them): there
 * its stop date stands (§13.1).
 */
export const aidAnswer = decisionTable({
  id: "aid-answer",
  title: { ja: "医療扶助の回答（カード）", en: "the answer about medical aid, by card" },
  source: "eligibility-rules.md §13.3",
  requires: ["R0-04", "R0-14", "R0-30", "R0-31", "R0-32", "SYS-22"],
  rows: [
    row({
      id: "13.3/ended-valid",
      condition: { ja: "医療扶助は終了、保険は有効", en: "aid ended, a valid insurance" },
      outcome: { ja: "有効1、保険のみ", en: "1, insurance only" },
      confidence: "H",
      matches: ({ running, insured }) => !running && insured,
      result: () => answer("1", "none"),
      vectors: [
        {
          title: "stopped last week, insured since",
          given: person("01", true, true, false),
          gives: answer("1", "none"),
        },
      ],
    }),
    row({
      id: "13.3/ended-none",
      condition: { ja: "医療扶助は終了、有効な保険なし", en: "aid ended, no valid insurance" },
      outcome: {
        ja: "無効2（最新の資格なら、番号のないA1で停止・廃止日を示す）",
        en: "2; where it is the latest, A1 without numbers tells its stop date",
      },
      confidence: "H",
      matches: ({ running }) => !running,
      result: () => answer("2", "ended"),
      vectors: [
        {
          title: "a ticket left over proves nothing",
          given: person("01", false, true, false),
          gives: answer("2", "ended"),
        },
        { title: "insurance ended as well", given: person("02", false, false, false), gives: answer("2", "ended") },
      ],
    }),
    row({
      id: "13.3/together-valid-yes",
      condition: { ja: "併用、保険は有効、券あり", en: "together, valid insurance, ticket" },
      outcome: { ja: "有効1、保険とA1（券つき）", en: "1, insurance and A1 with the ticket" },
      confidence: "H",
      matches: ({ insured, ticketed }) => insured && ticketed,
      result: () => answer("1", "with-ticket"),
      vectors: [{ title: "C37", given: person("02", true, true), gives: answer("1", "with-ticket") }],
    }),
    row({
      id: "13.3/together-valid-no",
      condition: { ja: "併用、保険は有効、券なし", en: "together, valid insurance, no ticket" },
      outcome: { ja: "有効1、保険と番号なしのA1", en: "1, insurance and A1 without numbers" },
      confidence: "A",
      matches: ({ insured }) => insured,
      result: () => answer("1", "without-numbers"),
      vectors: [{ title: "not entrusted", given: person("02", true, false), gives: answer("1", "without-numbers") }],
    }),
    row({
      id: "13.3/together-none-yes",
      condition: { ja: "併用、保険の登録なし、券あり", en: "together, no insurer has registered, ticket" },
      outcome: { ja: "有効1、A1、整合性フラグ1", en: "1, A1, consistency flag 1" },
      confidence: "H",
      matches: ({ use, ticketed }) => use === "02" && ticketed,
      result: () => answer("1", "with-ticket", true),
      vectors: [{ title: "C38", given: person("02", false, true), gives: answer("1", "with-ticket", true) }],
    }),
    row({
      id: "13.3/together-none-no",
      condition: { ja: "併用、保険の登録なし、券なし", en: "together, no insurer has registered, no ticket" },
      outcome: { ja: "有効（未登録）6、整合性フラグ1", en: "6, consistency flag 1" },
      confidence: "A",
      matches: ({ use }) => use === "02",
      result: () => answer("6", "without-numbers", true),
      vectors: [
        { title: "both are missing", given: person("02", false, false), gives: answer("6", "without-numbers", true) },
      ],
    }),
    row({
      id: "13.3/alone-yes",
      condition: { ja: "単独、券あり", en: "aid alone, ticket" },
      outcome: { ja: "有効1、番号と券つきのA1", en: "1, A1 with numbers and ticket" },
      confidence: "H",
      matches: ({ ticketed }) => ticketed,
      result: () => answer("1", "with-ticket"),
      vectors: [{ title: "V11, C36", given: person("01", false, true), gives: answer("1", "with-ticket") }],
    }),
    row({
      id: "13.3/alone-no",
      condition: { ja: "単独、券なし", en: "aid alone, no ticket" },
      outcome: {
        ja: "有効（未登録）6、番号なしのA1、未委託・未登録",
        en: "6, A1 without numbers, not entrusted or not registered",
      },
      confidence: "H",
      matches: () => true,
      result: () => answer("6", "without-numbers"),
      vectors: [{ title: "V12, C39, C40", given: person("01", false, false), gives: answer("6", "without-numbers") }],
    }),
  ],
});
