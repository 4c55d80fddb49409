import type { CivilDate } from "../kernel/civil-time.ts";
import { REFERENCE, VALIDITY } from "../messages/code-lists.ts";
import type { QualificationAnswer, QualificationRequest } from "../messages/kinds/siquc01.ts";
import { isAidOnline } from "../population/policy.ts";
import { ticketsFor } from "../rules/aid-ticket.ts";
import { validityByTicket } from "../rules/validity-by-ticket.ts";
import { aidHolder } from "./aid-holder.ts";
import { aidRecord, ticketInfo } from "./aid-records.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";
import { qualificationAnswer } from "./qualification-answer.ts";
import { referenceKeyOf, referencePart } from "./reference.ts";
import type { CentralContext } from "./service.ts";
import { keysUnder, numberRow } from "./under-number.ts";

type Search = QualificationRequest["MessageBody"]["QualificationConfirmSearchInfo"];

/** Rows an inquiry by the numbers of a ticket needs. */
export function ticketKeys(search: Search, slice: LedgerSlice, { facility }: CentralContext): readonly LedgerKey[] {
  return keysUnder(numberRow(search), slice, (id) => [["aid", id], referenceKeyOf(id, facility.code)]);
}

/**
 * The answer to an inquiry by 公費負担者番号 and 受給者番号 (eligibility-rules.md §3.4): the aid part only, whatever insurance
 * the person has (requirements.md R0-05).
 */
export function ticketAnswer(
  search: Search,
  confirmedOn: string,
  on: CivilDate,
  slice: LedgerSlice,
  cx: CentralContext,
): Omit<QualificationAnswer, "MessageHeader"> {
  const found = aidHolder(search, on, slice);
  const online = isAidOnline(on);
  const case_ = { aid: found?.aid, facility: cx.facility.code, on, online };
  const { validity, designatedFlag } = validityByTicket.decide(case_).result;
  const envelope = { reference: REFERENCE.insuranceNumber, confirmedOn, search, validity } as const;
  if (found === undefined || validity === VALIDITY.none) return qualificationAnswer({ ...envelope, results: [] }, cx);
  const { person, aid } = found;
  const missing = designatedFlag === "1";
  // Without a ticket the answer tells no more than a card would (receipt-system-interface.md §8.25, ours).
  const number = !missing || cx.profile.aid.unentrusted === "shown" ? search.InsuredIdentificationNumber : undefined;
  // Of an aid that has ended a ticket may be left over, which proves nothing: its stop date is told without it (§13.1).
  const own = validity === VALIDITY.valid ? ticketsFor(aid.tickets, cx.facility.code, on, online) : [];
  const shown = missing ? [{ DesignatedMedicalInstitutionFlag: "1" }] : own.map((ticket) => ticketInfo(aid, ticket));
  const result = { ...aidRecord(person, aid, number, shown), ...referencePart(person.id, slice, cx) };
  return qualificationAnswer(
    { ...envelope, ...(missing ? { remark: "SIM-W-301" as const } : {}), results: [result] },
    cx,
  );
}
