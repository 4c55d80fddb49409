import { DAY_MS, HOUR_MS } from "../kernel/civil-time.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** What is known of a consent of one kind when an eligibility answer is made. */
export interface ConsentStateCase {
  /** The certificate is in its grace period: no medical consent (eligibility-rules.md §7.1). */
  readonly grace: boolean;
  /** The person is insured where there is no medical view (§15.5). */
  readonly excluded: boolean;
  /** The patient's last choice at this facility; `unobtainable` where the patient could not be asked. */
  readonly choice: "given" | "refused" | "unobtainable" | "withdrawn" | undefined;
  /** Since the consent, ms; undefined where it has no end of its own (home visits). */
  readonly ageMs: number | undefined;
  /** How long it lasts: 24 hours with a card, until the day of the visit is over for online visits. */
  readonly windowMs: number;
}

const state = (
  choice: ConsentStateCase["choice"],
  ageMs: number | undefined,
  more: Partial<ConsentStateCase> = {},
): ConsentStateCase => ({
  grace: false,
  excluded: false,
  choice,
  ageMs,
  windowMs: DAY_MS,
  ...more,
});
/** Consented at noon for a visit two days later, whose day ends 60 hours after. */
const ONLINE = { windowMs: 60 * HOUR_MS } as const;
const stateRow = rowsOf<ConsentStateCase, "0" | "1" | "2" | "3">();

/**
 * 同意区分 OQSCD016 of one kind in an eligibility answer (eligibility-rules.md §5, row "states returned"). A check-in with a
 * card is answered as the patient consents, so that `5/state-expired` shows in what is fetched of online visits.
 * `5/state-unobtainable` stands here for the value of the code list alone: our sources name no answer that has it, so none
 * of the centre's does.
 */
export const consentState = decisionTable({
  id: "consent-state",
  title: { ja: "同意区分（OQSCD016）", en: "the consent flag of an answer (OQSCD016)" },
  source: "eligibility-rules.md §5",
  requires: ["R0-23", "R0-24"],
  rows: [
    stateRow({
      id: "5/state-grace",
      condition: { ja: "証明書が猶予期間中", en: "the certificate is in its grace period" },
      outcome: { ja: "0：同意なし", en: "0: none" },
      confidence: "H",
      matches: ({ grace }) => grace,
      result: () => "0",
      vectors: [{ title: "though the patient said yes", given: state("given", 0, { grace: true }), gives: "0" }],
    }),
    stateRow({
      id: "5/state-excluded",
      condition: {
        ja: "対象外の人（自衛官診療証、日雇特例）",
        en: "excluded people: Self-Defence Forces, day labourers",
      },
      outcome: { ja: "0：同意なし（提供する情報がない）", en: "0: none, for there is nothing to give" },
      confidence: "A",
      matches: ({ excluded }) => excluded,
      result: () => "0",
      vectors: [{ title: "though the patient said yes", given: state("given", 0, { excluded: true }), gives: "0" }],
    }),
    stateRow({
      id: "5/state-unobtainable",
      condition: { ja: "同意を取得できなかった", en: "the patient could not be asked" },
      outcome: {
        ja: "3：同意取得困難（どの回答で返るかは公開資料になく、模擬では返さない）",
        en: "3: difficult to obtain; in which answer is not public, so none of ours has it",
      },
      confidence: "M",
      matches: ({ choice }) => choice === "unobtainable",
      result: () => "3",
      vectors: [{ title: "unconscious", given: state("unobtainable", 0), gives: "3" }],
    }),
    stateRow({
      id: "5/state-withdrawn",
      condition: { ja: "同意が取り消された（訪問診療等）", en: "the consent was withdrawn (home visits)" },
      outcome: { ja: "2：同意有効期限切れ（理由は031）", en: "2: expired; the reason is in 031" },
      confidence: "M",
      matches: ({ choice }) => choice === "withdrawn",
      result: () => "2",
      vectors: [
        { title: "by the patient", given: state("withdrawn", 1), gives: "2" },
        { title: "one kind alone, by the facility", given: state("withdrawn", undefined), gives: "2" },
      ],
    }),
    stateRow({
      id: "5/state-none",
      condition: { ja: "同意していない、または拒否した", en: "never given, or refused" },
      outcome: { ja: "0：同意なし", en: "0: none" },
      confidence: "H",
      matches: ({ choice }) => choice !== "given",
      result: () => "0",
      vectors: [
        { title: "never asked", given: state(undefined, undefined), gives: "0" },
        {
          title: "C26: a new card check with the choice no replaces the old yes",
          given: state("refused", 0),
          gives: "0",
        },
      ],
    }),
    stateRow({
      id: "5/state-expired",
      condition: {
        ja: "同意の終わり以後：24時間、オンライン診療等は受診日の終わり（終わりは含まない）",
        en: "at the end of the consent or later: 24 hours, online visits until the day of the visit is over; the end is exclusive",
      },
      outcome: { ja: "2：同意有効期限切れ", en: "2: expired" },
      confidence: "A",
      matches: ({ ageMs, windowMs }) => ageMs !== undefined && ageMs >= windowMs,
      result: () => "2",
      vectors: [
        { title: "at 24 hours to the millisecond", given: state("given", DAY_MS), gives: "2" },
        { title: "a millisecond later", given: state("given", DAY_MS + 1), gives: "2" },
        {
          title: "online visits: the first moment of the day after",
          given: state("given", ONLINE.windowMs, ONLINE),
          gives: "2",
        },
      ],
    }),
    stateRow({
      id: "5/state-given",
      condition: { ja: "有効な同意", en: "a consent in force" },
      outcome: { ja: "1：同意あり", en: "1: given" },
      confidence: "H",
      matches: () => true,
      result: () => "1",
      vectors: [
        { title: "just now", given: state("given", 0), gives: "1" },
        { title: "a millisecond before 24 hours", given: state("given", DAY_MS - 1), gives: "1" },
        {
          title: "online visits: two days before the visit",
          given: state("given", 0, ONLINE),
          gives: "1",
        },
        {
          title: "online visits: the last moment of the day",
          given: state("given", ONLINE.windowMs - 1, ONLINE),
          gives: "1",
        },
        { title: "home visits: while the care relation lasts", given: state("given", undefined), gives: "1" },
      ],
    }),
  ],
});
