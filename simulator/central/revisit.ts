import { REFERENCE } from "../messages/code-lists.ts";
import type { RevisitRequest } from "../messages/kinds/revisit.ts";
import { judgeByNumber } from "../rules/validity-by-number.ts";
import { earlierKeys, rowOn } from "./earlier-rows.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";
import { isExcludedOn } from "./medical/excluded.ts";
import { dayAsked, numberKeys } from "./number-search.ts";
import { eligibilityResult, qualificationAnswer } from "./qualification-answer.ts";
import { referenceKeyOf, referencePart } from "./reference.ts";
import type { CentralContext, ServiceResult } from "./service.ts";
import { insuredRow, keysUnder, peopleUnder } from "./under-number.ts";
import { consentInForce, type VisitFlag, visitConsentKey, visitConsentPart } from "./visit-consent.ts";

/** Rows a question about one patient of visits from afar touches. */
export function revisitKeys(
  { MessageHeader, MessageBody }: RevisitRequest,
  flag: VisitFlag,
  slice: LedgerSlice,
  cx: CentralContext,
): readonly LedgerKey[] {
  const { facility } = cx;
  const on = dayAsked(MessageHeader.QualificationConfirmationDate, cx);
  return keysUnder(insuredRow(MessageBody.QualificationConfirmSearchInfo), slice, (id) => [
    visitConsentKey(id, facility.code, flag),
    referenceKeyOf(id, facility.code),
    ...earlierKeys(id, on, cx),
  ]);
}

/**
 * Eligibility of a patient who was seen before, without a card: answered while the consent given from home stands
 * (eligibility-rules.md §5, home and online visits; receipt-system-interface.md SEQ-10).
 */
export function answerRevisit(
  { MessageHeader, MessageBody }: RevisitRequest,
  flag: VisitFlag,
  slice: LedgerSlice,
  cx: CentralContext,
): ServiceResult<object> {
  const search = MessageBody.QualificationConfirmSearchInfo;
  if (search.MedicalTreatmentFlag !== flag) return { refused: "SIM-E-004" };
  const { QualificationConfirmationDate: confirmedOn } = MessageHeader;
  const envelope = { reference: REFERENCE.insuranceNumber, confirmedOn } as const;
  const on = dayAsked(confirmedOn, cx);
  const { validity, found } = judgeByNumber(numberKeys(search), peopleUnder(insuredRow(search), slice), on);
  if (found === undefined)
    return { answer: qualificationAnswer({ ...envelope, validity, results: [] }, cx), changes: [] };
  const { person, row } = found;
  const consent = consentInForce(person.id, flag, slice, cx);
  if (typeof consent === "string")
    return { answer: qualificationAnswer({ ...envelope, remark: consent, results: [] }, cx), changes: [] };
  const result = {
    ...eligibilityResult(person, rowOn(person.id, row, on, slice, cx), on),
    ...visitConsentPart(consent, cx.nowMs, isExcludedOn(person, cx.today)),
    ...referencePart(person.id, slice, cx),
  };
  return { answer: qualificationAnswer({ ...envelope, validity, results: [result] }, cx), changes: [] };
}
