import type { CivilDate } from "../kernel/civil-time.ts";
import type { BulkInquiryRequest, BulkSearch } from "../messages/kinds/muquc01.ts";
import type { PulledPerson } from "../messages/kinds/pulled-people.ts";
import { judgeByNumber } from "../rules/validity-by-number.ts";
import { acceptanceKeys } from "./bulk-job.ts";
import { keptHeader, receptionOf, statusPart } from "./bulk-result.ts";
import { earlierKeys, rowOn } from "./earlier-rows.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";
import { isExcludedOn } from "./medical/excluded.ts";
import { bulkRowError, dayAsked, numberKeys } from "./number-search.ts";
import { eligibilityResult } from "./qualification-answer.ts";
import type { CentralContext, ServiceResult } from "./service.ts";
import { insuredRow, keysUnder, peopleUnder } from "./under-number.ts";
import { consentInForce, type VisitFlag, visitConsentKey, visitConsentPart } from "./visit-consent.ts";

/** Rows a question about many patients of visits from afar touches. */
export function revisitManyKeys(
  { MessageHeader, MessageBody: { QualificationConfirmSearchInfo: rows } }: BulkInquiryRequest,
  flag: VisitFlag,
  slice: LedgerSlice,
  cx: CentralContext,
): readonly LedgerKey[] {
  if (rows.length > cx.profile.bulk.most) return [];
  const on = dayAsked(MessageHeader.QualificationConfirmationDate, cx);
  const more = (id: string) => [visitConsentKey(id, cx.facility.code, flag), ...earlierKeys(id, on, cx)];
  return [...acceptanceKeys(cx), ...rows.flatMap((row) => keysUnder(insuredRow(row), slice, more))];
}

/** Accepts the question: each row is answered while the consent of its patient stands (receipt-system-interface.md §8.3, ours). */
export function acceptRevisits(
  kind: string,
  { MessageHeader, MessageBody: { QualificationConfirmSearchInfo: rows } }: BulkInquiryRequest,
  flag: VisitFlag,
  slice: LedgerSlice,
  cx: CentralContext,
): ServiceResult<object> {
  if (rows.length > cx.profile.bulk.most) return { refused: "SIM-E-006" };
  const { QualificationConfirmationDate: planned, ArbitraryFileIdentifier: identifier } = MessageHeader;
  const on = dayAsked(planned, cx);
  const units = rows.map((row) => unitOf(row, on, flag, slice, cx));
  const result = {
    MessageHeader: {
      QualificationConfirmationDate: planned,
      ...keptHeader(identifier, units),
    },
    MessageBody: { BulkConfirmUnit: units },
  };
  return receptionOf({ kind, people: rows.length, result }, slice, cx);
}

function unitOf(row: BulkSearch, on: CivilDate, flag: VisitFlag, slice: LedgerSlice, cx: CentralContext): PulledPerson {
  const none = { ResultOfQualificationConfirmation: [] };
  const error = bulkRowError(row, cx);
  if (error !== undefined) return { ...statusPart(error), ...none };
  const { validity, found } = judgeByNumber(numberKeys(row), peopleUnder(insuredRow(row), slice), on);
  if (found === undefined) return { ...statusPart(undefined), QualificationValidity: validity, ...none };
  const { person } = found;
  const asked = rowOn(person.id, found.row, on, slice, cx);
  const consent = consentInForce(person.id, flag, slice, cx);
  if (typeof consent === "string") return { ...statusPart(consent), ...none };
  return {
    ...statusPart(undefined),
    QualificationValidity: validity,
    ResultOfQualificationConfirmation: [
      {
        ...eligibilityResult(person, asked, on),
        ...visitConsentPart(consent, cx.nowMs, isExcludedOn(person, cx.today)),
      },
    ],
  };
}
