import { civilDate } from "../../kernel/civil-time.ts";
import { mutic01, type TicketPullRequest } from "../../messages/kinds/mutic01.ts";
import type { PulledPerson } from "../../messages/kinds/pulled-people.ts";
import { validate } from "../../messages/validate.ts";
import { isAidOnline } from "../../population/policy.ts";
import { isHeldBack } from "../../rules/protection.ts";
import { pulledRecords, pulledValidity } from "../aid-records.ts";
import { acceptanceKeys } from "../bulk-job.ts";
import { keptHeader, receptionOf, statusPart } from "../bulk-result.ts";
import type { LedgerKey, LedgerSlice } from "../ledger.ts";
import { referenceKeyOf, referencePart } from "../reference.ts";
import { type CentralContext, service } from "../service.ts";

/** The job without its step. */
export const TICKET_PULL = "OQSmutic";

const entrustedKey = ({ MessageBody }: TicketPullRequest, facility: string): string =>
  `${facility}/${MessageBody.QualificationConfirmSearchInfo.MedicalTreatmentMonth}`;

/**
 * Every ticket entrusted to the asking facility in a month, whether the patient was there or not, also those registered
 * after the visit; the aid part only and nothing about anybody else (eligibility-rules.md §13.3 PULL, requirements.md R0-20,
 * R0-21).
 */
export const ticketPull = service<TicketPullRequest, object>({
  serves: `${TICKET_PULL}01`,
  title: { ja: "委託先資格情報の一括取得（受付）", en: "entrusted medical aid: asking" },
  badField: (query) => validate(mutic01.request, query)[0]?.path,
  touches(query, slice, cx) {
    const key = entrustedKey(query, cx.facility.code);
    const ids = slice.get("entrusted", key)?.personIds ?? [];
    return [
      ...acceptanceKeys(cx),
      ["entrusted", key],
      ...ids.flatMap((id): readonly LedgerKey[] => [["person", id], ["aid", id], referenceKeyOf(id, cx.facility.code)]),
    ];
  },
  answer(query, slice, cx) {
    const { ArbitraryFileIdentifier: identifier } = query.MessageHeader;
    const month = query.MessageBody.QualificationConfirmSearchInfo.MedicalTreatmentMonth;
    const ids = slice.get("entrusted", entrustedKey(query, cx.facility.code))?.personIds ?? [];
    const online = isAidOnline(civilDate(`${month}01`));
    const units = online ? ids.flatMap((id) => unitOf(id, month, slice, cx)) : [];
    const result = {
      MessageHeader: keptHeader(identifier, units),
      MessageBody: { BulkConfirmUnit: units },
    };
    return receptionOf({ kind: TICKET_PULL, people: units.length, result }, slice, cx);
  },
});

function unitOf(id: string, month: string, slice: LedgerSlice, cx: CentralContext): readonly PulledPerson[] {
  const person = slice.get("person", id);
  const aid = slice.get("aid", id);
  const tickets = (aid?.tickets ?? []).filter(
    (ticket) => ticket.month === month && ticket.facility.code === cx.facility.code,
  );
  // Held back by the J-LIS comparison: to nobody, as by card and by number (eligibility-rules.md §15.4).
  if (person === undefined || aid === undefined || tickets.length === 0 || isHeldBack(person)) return [];
  return [
    {
      ...statusPart(undefined),
      QualificationValidity: pulledValidity(aid, tickets, cx.today),
      ResultOfQualificationConfirmation: pulledRecords(person, aid, tickets),
      ...referencePart(id, slice, cx),
    },
  ];
}
