import type { CivilDate } from "../kernel/civil-time.ts";
import type { MedicalAid, MedicalTicket } from "./medical-aid.ts";
import type { RecipientKey } from "./recipient-number.ts";

/** The recipient number a ticket was issued under; it is no fixed number of the person (eligibility-rules.md §13.2). */
export const numberOfTicket = (
  { recipientNumber }: Pick<MedicalAid, "recipientNumber">,
  ticket: Pick<MedicalTicket, "recipientNumber">,
): string => ticket.recipientNumber ?? recipientNumber;

/** The recipient number of a month: that of its ticket, or of the last month before that has one; the latest registered counts. */
export function recipientNumberIn(aid: MedicalAid, month: string): string {
  let latest: MedicalTicket | undefined;
  for (const ticket of aid.tickets)
    if (ticket.month <= month && (latest === undefined || ticket.month >= latest.month)) latest = ticket;
  return latest === undefined ? aid.recipientNumber : numberOfTicket(aid, latest);
}

/**
 * An aid as its numbers lead to it on a day: with the tickets issued under them. Undefined where the numbers are not, not yet or
 * no longer those of this aid in the month, for they may be another person's by then (§13.2).
 */
export function aidUnderNumber(aid: MedicalAid, key: RecipientKey, on: CivilDate): MedicalAid | undefined {
  const month = on.slice(0, 6);
  const tickets = aid.tickets.filter((ticket) => numberOfTicket(aid, ticket) === key.recipientNumber);
  const held =
    recipientNumberIn(aid, month) === key.recipientNumber || tickets.some((ticket) => ticket.month === month);
  return held && aid.payerNumber === key.payerNumber ? { ...aid, tickets } : undefined;
}
