import { type CivilDate, civilDate, endOfMonth } from "../kernel/civil-time.ts";
import { type QualificationValidity, VALIDITY } from "../messages/code-lists.ts";
import type { MedicalAid } from "../population/medical-aid.ts";
import { type TicketReach, ticketsFor } from "./aid-ticket.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/**
 * 医療扶助 of a person as one facility may see it on a day: a ticket of the month for it, one for another facility only,
 * none, or the aid does not run that day.
 */
export type AidState = "with-ticket" | "elsewhere" | "no-ticket" | "ended";

/** What of the aid decides its state. */
export type AidFacts = Pick<MedicalAid, "startedOn" | "endedOn"> & { readonly tickets: readonly TicketReach[] };

/** What the ticket path answers. `designatedFlag` is OQSCD026, where a ticket element is sent at all (§3.4, L). */
export interface TicketOutcome {
  readonly validity: QualificationValidity;
  readonly designatedFlag?: "0" | "1";
}

/** An inquiry by 公費負担者番号 and 受給者番号: the aid found, if any, who asks, and the day. */
export interface TicketCase {
  readonly aid: AidFacts | undefined;
  readonly facility: string;
  readonly on: CivilDate;
  /** Whether 医療扶助 is part of the online check on that day (policy table, `medicalAidOnline`). */
  readonly online: boolean;
}

const ENDED = "ended";
const row = rowsOf<TicketCase, TicketOutcome>();
const D = civilDate("2026-02-10");
const OWN = "9910000018";
const OTHER = "9910000026";
const ticket = (month: string, code = OWN): TicketReach => ({
  month,
  validFrom: civilDate(`${month}01`),
  validUntil: endOfMonth(civilDate(`${month}01`)),
  facility: { code },
});
const at = (tickets: AidFacts["tickets"], endedOn?: string, on = D, startedOn = "2025-10-01"): TicketCase => ({
  aid: {
    startedOn: civilDate(startedOn),
    ...(endedOn === undefined ? {} : { endedOn: civilDate(endedOn) }),
    tickets,
  },
  facility: OWN,
  on,
  online: true,
});
const stateOf = ({ aid, facility, on }: TicketCase): AidState | undefined =>
  aid === undefined ? undefined : aidStateAt(aid, facility, on);

/** The TICKET path: only the aid part is judged, 3 and 5 are unused (eligibility-rules.md §3.4). */
export const validityByTicket = decisionTable({
  id: "validity-by-ticket",
  title: { ja: "医療券の番号による資格確認の判定", en: "what an inquiry by ticket number comes to" },
  source: "eligibility-rules.md §3.4, §13.2",
  requires: ["R0-05", "R0-16"],
  rows: [
    row({
      id: "3.4/no-match",
      condition: {
        ja: "公費負担者番号・受給者番号に一致する人がいない",
        en: "nobody matches payer and recipient number",
      },
      outcome: { ja: "4 該当資格なし", en: "4" },
      confidence: "A",
      matches: ({ aid }) => aid === undefined,
      result: () => ({ validity: VALIDITY.none }),
      vectors: [
        {
          title: "unknown recipient",
          given: { aid: undefined, facility: OWN, on: D, online: true },
          gives: { validity: VALIDITY.none },
        },
      ],
    }),
    row({
      id: "3.4/before-start",
      condition: {
        ja: "確認日が医療扶助のオンライン資格確認の開始前",
        en: "a day before medical aid was part of the online check",
      },
      outcome: { ja: "4 該当資格なし", en: "4" },
      confidence: "A",
      matches: ({ online }) => !online,
      result: () => ({ validity: VALIDITY.none }),
      vectors: [
        {
          title: "2024-02-29, the day before the start",
          given: { ...at([ticket("202402")], undefined, civilDate("2024-02-29"), "2023-10-01"), online: false },
          gives: { validity: VALIDITY.none },
        },
      ],
    }),
    row({
      id: "3.4/ended",
      condition: { ja: "医療扶助が開始前、または停止・廃止後", en: "the aid has not begun, or was stopped or ended" },
      outcome: { ja: "2 無効", en: "2" },
      confidence: "A",
      matches: (given) => stateOf(given) === ENDED,
      result: () => ({ validity: VALIDITY.invalid }),
      vectors: [
        {
          title: "the day it ended is not covered",
          given: at([ticket("202602")], "2026-02-10"),
          gives: { validity: VALIDITY.invalid },
        },
        {
          title: "the day before it began",
          given: at([], undefined, civilDate("2025-09-30")),
          gives: { validity: VALIDITY.invalid },
        },
      ],
    }),
    row({
      id: "3.4/with-ticket",
      condition: { ja: "有効で、当月の自機関の券がある", en: "valid, with a ticket of the month for the one who asks" },
      outcome: { ja: "1 有効（医療扶助のみ）", en: "1, the aid part only" },
      confidence: "A",
      matches: (given) => stateOf(given) === "with-ticket",
      result: () => ({ validity: VALIDITY.valid, designatedFlag: "0" }),
      vectors: [
        { title: "V13", given: at([ticket("202602")]), gives: { validity: VALIDITY.valid, designatedFlag: "0" } },
        {
          title: "the last day of the month",
          given: at([ticket("202602")], undefined, civilDate("2026-02-28")),
          gives: { validity: VALIDITY.valid, designatedFlag: "0" },
        },
        {
          title: "2024-03-01, the first day of all",
          given: at([ticket("202403")], undefined, civilDate("2024-03-01"), "2023-10-01"),
          gives: { validity: VALIDITY.valid, designatedFlag: "0" },
        },
        {
          title: "the last day of the aid",
          given: at([ticket("202602")], "2026-02-11"),
          gives: { validity: VALIDITY.valid, designatedFlag: "0" },
        },
      ],
    }),
    row({
      id: "3.4/designated-elsewhere",
      condition: { ja: "当月の券は他の機関のもののみ", en: "the tickets of the month are another facility's" },
      outcome: { ja: "6 有効（未登録）、指定医療機関確認フラグ1", en: "6, flag 1" },
      confidence: "L",
      matches: (given) => stateOf(given) === "elsewhere",
      result: () => ({ validity: VALIDITY.validUnregistered, designatedFlag: "1" }),
      vectors: [
        {
          title: "entrusted to another clinic",
          given: at([ticket("202602", OTHER)]),
          gives: { validity: VALIDITY.validUnregistered, designatedFlag: "1" },
        },
      ],
    }),
    row({
      id: "3.4/ticket-missing",
      condition: { ja: "有効だが当月の券がない", en: "valid, no ticket of the month" },
      outcome: { ja: "6 有効（未登録）", en: "6" },
      confidence: "A",
      matches: () => true,
      // The same flag as another facility's ticket: a facility cannot tell the two apart (§13.2).
      result: () => ({ validity: VALIDITY.validUnregistered, designatedFlag: "1" }),
      vectors: [
        {
          title: "last month's ticket only",
          given: at([ticket("202601")]),
          gives: { validity: VALIDITY.validUnregistered, designatedFlag: "1" },
        },
        {
          title: "the first day of the next month",
          given: at([ticket("202602")], undefined, civilDate("2026-03-01")),
          gives: { validity: VALIDITY.validUnregistered, designatedFlag: "1" },
        },
      ],
    }),
  ],
});

/** The state of an aid at a facility on a day on which aid is part of the online check (§13.2). */
export function aidStateAt({ startedOn, endedOn, tickets }: AidFacts, facility: string, on: CivilDate): AidState {
  if (!aidRunsOn({ startedOn, endedOn }, on)) return ENDED;
  if (ticketsFor(tickets, facility, on, true).length > 0) return "with-ticket";
  return tickets.some(({ month }) => month === on.slice(0, 6)) ? "elsewhere" : "no-ticket";
}

/** Whether aid covers a day: its start and resumption do, the day of its end does not (§13.1). */
export function aidRunsOn(
  { startedOn, endedOn }: { readonly startedOn: CivilDate; readonly endedOn?: CivilDate | undefined },
  on: CivilDate,
): boolean {
  return startedOn <= on && (endedOn === undefined || on < endedOn);
}
