import type { CivilDate } from "../../kernel/civil-time.ts";
import { VALIDITY } from "../../messages/code-lists.ts";
import { type BulkInquiryRequest, type BulkSearch, muquc01 } from "../../messages/kinds/muquc01.ts";
import type { BulkConfirmUnit } from "../../messages/kinds/muquc02.ts";
import { validate } from "../../messages/validate.ts";
import { isAidOnline } from "../../population/policy.ts";
import { isAidPayer } from "../../population/recipient-number.ts";
import { bulkInquiry as bulkRule } from "../../rules/bulk-inquiry.ts";
import type { RuleRowId } from "../../rules/index.ts";
import { judgeByNumber } from "../../rules/validity-by-number.ts";
import { validityByTicket } from "../../rules/validity-by-ticket.ts";
import { aidHolder } from "../aid-holder.ts";
import { aidRecord } from "../aid-records.ts";
import { limitOn } from "../benefits-on.ts";
import { acceptanceKeys } from "../bulk-job.ts";
import { keptHeader, receptionOf, statusPart } from "../bulk-result.ts";
import { earlierKeys, rowOn } from "../earlier-rows.ts";
import type { LedgerKey, LedgerSlice } from "../ledger.ts";
import { limitHint, limitToldKey } from "../limit-told.ts";
import { bulkRowError, dayAsked, numberKeys } from "../number-search.ts";
import { eligibilityResult } from "../qualification-answer.ts";
import { referenceKeyOf, referencePart } from "../reference.ts";
import { type CentralContext, service } from "../service.ts";
import { insuredRow, keysUnder, numberRow, peopleUnder } from "../under-number.ts";

/** The job without its step. */
export const BULK_INQUIRY = "OQSmuquc";

/**
 * An inquiry about many people (eligibility-rules.md §3.5, SEQ-04): judged as the state is at acceptance, for the planned
 * day. Never consents or medical information, never the newer insurance.
 */
export const bulkInquiry = service<BulkInquiryRequest, object>({
  serves: `${BULK_INQUIRY}01`,
  title: { ja: "資格確認一括照会（受付）", en: "eligibility of many people: handing in" },
  badField: (query) => validate(muquc01.request, query)[0]?.path,
  touches({ MessageHeader, MessageBody: { QualificationConfirmSearchInfo: rows } }, slice, cx) {
    if (rows.length > cx.profile.bulk.most) return [];
    const on = dayAsked(MessageHeader.QualificationConfirmationDate, cx);
    return [...acceptanceKeys(cx), ...rows.flatMap((row) => rowKeys(row, on, slice, cx))];
  },
  answer({ MessageHeader, MessageBody: { QualificationConfirmSearchInfo: rows } }, slice, cx) {
    if (rows.length > cx.profile.bulk.most) return { refused: "SIM-E-006" };
    const { QualificationConfirmationDate: planned, ArbitraryFileIdentifier: identifier } = MessageHeader;
    const on = dayAsked(planned, cx);
    const judged = rows.map((row) => unitOf(row, rows.length, on, slice, cx));
    const units = judged.map(({ unit }) => unit);
    const result = {
      MessageHeader: {
        QualificationConfirmationDate: planned,
        ...keptHeader(identifier, units),
      },
      MessageBody: { BulkConfirmUnit: units },
    };
    const reception = receptionOf({ kind: BULK_INQUIRY, people: rows.length, result }, slice, cx);
    return { ...reception, by: [...new Set(judged.flatMap(({ by }) => by))] };
  },
});

function rowKeys(row: BulkSearch, on: CivilDate, slice: LedgerSlice, cx: CentralContext): readonly LedgerKey[] {
  const aid = isAidPayer(row.InsurerNumber);
  return keysUnder(numberRow(row), slice, (id) => [
    ...(aid ? [["aid", id] as const] : [limitToldKey(id, cx), ...earlierKeys(id, on, cx)]),
    referenceKeyOf(id, cx.facility.code),
  ]);
}

/** The answer about one row, and the rows of decision tables that made it. */
interface JudgedRow {
  readonly unit: BulkConfirmUnit;
  readonly by: readonly RuleRowId[];
}

/** The answer about one row (receipt-system-interface.md §2.7, `BulkConfirmUnit`). */
function unitOf(row: BulkSearch, people: number, on: CivilDate, slice: LedgerSlice, cx: CentralContext): JudgedRow {
  const error = bulkRowError(row, cx);
  const keys = isAidPayer(row.InsurerNumber) ? "aid" : "insurance";
  const most = cx.profile.bulk.most;
  const { row: path, result } = bulkRule.decide({ people, most, malformed: error !== undefined, keys });
  const echo = { QualificationConfirmSearchInfo: row, ...statusPart(error) };
  if (result === "row-error" || result === "file-refused") return { unit: echo, by: [path] };
  const { answer, by } = result === "as-ticket" ? aidAnswer(row, on, slice, cx) : answerOf(row, on, slice, cx);
  return { unit: { ...echo, ...answer }, by: [path, ...by] };
}

interface Answer {
  readonly answer: Pick<
    BulkConfirmUnit,
    "QualificationValidity" | "ResultOfQualificationConfirmation" | "ReferenceNumber"
  >;
  readonly by: readonly RuleRowId[];
}

function answerOf(row: BulkSearch, on: CivilDate, slice: LedgerSlice, cx: CentralContext): Answer {
  const { validity, found, by } = judgeByNumber(numberKeys(row), peopleUnder(insuredRow(row), slice), on);
  if (found === undefined) return { answer: { QualificationValidity: validity }, by: [by] };
  const { person } = found;
  const asked = rowOn(person.id, found.row, on, slice, cx);
  const hint = limitHint(person.id, limitOn(asked, on), slice, cx);
  return {
    answer: {
      QualificationValidity: validity,
      ResultOfQualificationConfirmation: {
        ...eligibilityResult(person, asked, on),
        LimitApplicationCertificateChanged: hint.result,
      },
      ...referencePart(person.id, slice, cx),
    },
    by: [by, hint.row],
  };
}

/** 医療扶助 by 受給者番号 (requirements.md R0-18), where it is part of the check on the planned day. */
function aidAnswer(row: BulkSearch, on: CivilDate, slice: LedgerSlice, cx: CentralContext): Answer {
  const found = aidHolder(row, on, slice);
  const online = isAidOnline(on);
  const { row: by, result } = validityByTicket.decide({ aid: found?.aid, facility: cx.facility.code, on, online });
  const { validity, designatedFlag } = result;
  if (found === undefined || validity === VALIDITY.none)
    return { answer: { QualificationValidity: validity }, by: [by] };
  // Without a ticket the numbers are withheld: the answer must not tell more than by card (§8.25, ours).
  const numbers = designatedFlag !== "1" || cx.profile.aid.unentrusted === "shown";
  const number = numbers ? row.InsuredIdentificationNumber : undefined;
  return {
    answer: {
      QualificationValidity: validity,
      ResultOfQualificationConfirmation: aidRecord(found.person, found.aid, number, []),
      ...referencePart(found.person.id, slice, cx),
    },
    by: [by],
  };
}
