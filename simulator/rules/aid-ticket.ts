import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import type { MedicalTicket } from "../population/medical-aid.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** The part of a ticket that decides where and when it counts. */
export type TicketReach = Pick<MedicalTicket, "month" | "validFrom" | "validUntil"> & {
  readonly facility: { readonly code: string };
};

/** A ticket, who asks, and the day. */
export interface TicketCase {
  readonly ticket: TicketReach;
  /** Code of the facility that asks. */
  readonly facility: string;
  /** The day asked about. */
  readonly on: CivilDate;
  /** Whether 医療扶助 is part of the online check on that day (policy table, `medicalAidOnline`). */
  readonly online: boolean;
}

const OWN = "9910000018";
const OTHER = "9940000012";
const ticket = (facility: string, from: string, until: string): TicketReach => ({
  month: from.slice(0, 7).replace("-", ""),
  validFrom: civilDate(from),
  validUntil: civilDate(until),
  facility: { code: facility },
});
const ask = (reach: TicketReach, on: string, online = true): TicketCase => ({
  ticket: reach,
  facility: OWN,
  on: civilDate(on),
  online,
});
const february = ticket(OWN, "2026-02-01", "2026-02-28");
const row = rowsOf<TicketCase, boolean>();

/** Whether a ticket entitles a facility on a day (eligibility-rules.md §13.2). */
export const aidTicket = decisionTable({
  id: "aid-ticket",
  title: { ja: "医療券が使える医療機関と日", en: "where and when a ticket counts" },
  source: "eligibility-rules.md §13.2",
  requires: ["R0-03", "R0-06", "R0-20", "SYS-20"],
  rows: [
    row({
      id: "13.2/before-start",
      condition: { ja: "医療扶助のオンライン資格確認の開始前", en: "before medical aid was part of the online check" },
      outcome: { ja: "使えない", en: "does not count" },
      confidence: "H",
      matches: ({ online }) => !online,
      result: () => false,
      vectors: [
        {
          title: "2024-02-29, the day before the start",
          given: ask(ticket(OWN, "2024-02-01", "2024-02-29"), "2024-02-29", false),
          gives: false,
        },
      ],
    }),
    row({
      id: "13.2/other-facility",
      condition: { ja: "他の医療機関あての券", en: "a ticket for another facility" },
      outcome: { ja: "使えない（未委託）", en: "does not count: not entrusted" },
      confidence: "H",
      matches: (given) => given.ticket.facility.code !== given.facility,
      result: () => false,
      vectors: [
        {
          title: "a pharmacy's ticket",
          given: ask(ticket(OTHER, "2026-02-01", "2026-02-28"), "2026-02-10"),
          gives: false,
        },
      ],
    }),
    row({
      id: "13.2/other-month",
      condition: { ja: "別の診療年月の券（1枚は1暦月）", en: "a ticket of another calendar month" },
      outcome: { ja: "使えない（未登録）", en: "does not count: not registered for this month" },
      confidence: "H",
      matches: ({ ticket: { month }, on }) => month !== on.slice(0, 6),
      result: () => false,
      vectors: [
        { title: "the first of the next month", given: ask(february, "2026-03-01"), gives: false },
        { title: "the last of the month before", given: ask(february, "2026-01-31"), gives: false },
      ],
    }),
    row({
      id: "13.2/outside-dates",
      condition: { ja: "券の有効期間外（終了日は含む）", en: "outside the ticket's own dates, both of which count" },
      outcome: { ja: "使えない", en: "does not count" },
      confidence: "A",
      matches: ({ ticket: { validFrom, validUntil }, on }) => on < validFrom || on > validUntil,
      result: () => false,
      vectors: [
        {
          title: "aid began on the 10th, asked about the 9th",
          given: ask(ticket(OWN, "2026-02-10", "2026-02-28"), "2026-02-09"),
          gives: false,
        },
        {
          title: "aid ended on the 20th, asked about the 21st",
          given: ask(ticket(OWN, "2026-02-01", "2026-02-20"), "2026-02-21"),
          gives: false,
        },
      ],
    }),
    row({
      id: "13.2/own-ticket",
      condition: { ja: "自院あて・当月・有効期間内", en: "for this facility, this month, within its dates" },
      outcome: { ja: "使える", en: "counts" },
      confidence: "H",
      matches: () => true,
      result: () => true,
      vectors: [
        { title: "the first of the month", given: ask(february, "2026-02-01"), gives: true },
        { title: "the last of the month", given: ask(february, "2026-02-28"), gives: true },
        {
          title: "2024-03-01, the first day of all",
          given: ask(ticket(OWN, "2024-03-01", "2024-03-31"), "2024-03-01"),
          gives: true,
        },
      ],
    }),
  ],
});

/** The tickets of a person that entitle a facility on a day. */
export function ticketsFor<T extends TicketReach>(
  tickets: readonly T[],
  facility: string,
  on: CivilDate,
  online: boolean,
): readonly T[] {
  return tickets.filter((one) => aidTicket.decide({ ticket: one, facility, on, online }).result);
}
