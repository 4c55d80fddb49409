import { type CivilDate, isCivilDate } from "../../kernel/civil-time.ts";
import { CONSENT, REFERENCE } from "../../messages/code-lists.ts";
import { type QualificationRequest, siquc01 } from "../../messages/kinds/siquc01.ts";
import { validate } from "../../messages/validate.ts";
import { limitConsent } from "../../rules/limit-consent.ts";
import { judgeByNumber } from "../../rules/validity-by-number.ts";
import type { LedgerKey } from "../ledger.ts";
import { limitToldNow } from "../limit-told.ts";
import { insuredKey, insurerNumberError, isAidPayer, numberKeys } from "../number-search.ts";
import { eligibilityResult, limitPart, qualificationAnswer } from "../qualification-answer.ts";
import { referenceKeyOf, referencePart } from "../reference.ts";
import { service } from "../service.ts";
import { ticketAnswer, ticketKeys } from "../ticket-answer.ts";

/**
 * An inquiry by number from a receipt system (eligibility-rules.md §3.3). The day asked about may be past: what was valid
 * then is answered. A day ahead is answered by what is registered now (ours).
 */
export const eligibilityByNumber = service<QualificationRequest, object>({
  serves: "OQSsiquc01",
  title: { ja: "番号による資格確認", en: "eligibility by number" },
  badField: (query) => validate(siquc01.request, query)[0]?.path,
  touches({ MessageBody }, slice, cx) {
    const search = MessageBody.QualificationConfirmSearchInfo;
    if (isAidPayer(search.InsurerNumber)) return ticketKeys(search, slice, cx);
    const key = insuredKey(search);
    const ids = slice.get("insured", key)?.personIds ?? [];
    return [
      ["insured", key],
      ...ids.flatMap((id): readonly LedgerKey[] => [["person", id], referenceKeyOf(id, cx.facility.code)]),
    ];
  },
  answer({ MessageHeader, MessageBody }, slice, cx) {
    const search = MessageBody.QualificationConfirmSearchInfo;
    const confirmedOn = MessageHeader.QualificationConfirmationDate;
    const envelope = { reference: REFERENCE.insuranceNumber, confirmedOn, search } as const;
    const remark = insurerNumberError(search, cx);
    if (remark !== undefined)
      return { answer: qualificationAnswer({ ...envelope, remark, results: [] }, cx), changes: [], by: ["3.3/1"] };
    const on = dateOf(confirmedOn, cx.today);
    if (isAidPayer(search.InsurerNumber))
      return { answer: ticketAnswer(search, confirmedOn, on, slice, cx), changes: [] };
    const ids = slice.get("insured", insuredKey(search))?.personIds ?? [];
    const candidates = ids.flatMap((id) => slice.get("person", id) ?? []);
    const { validity, found, by } = judgeByNumber(numberKeys(search), candidates, on);
    if (found === undefined)
      return { answer: qualificationAnswer({ ...envelope, validity, results: [] }, cx), changes: [], by: [by] };
    const { person, row } = found;
    const limit = limitConsent.decide({
      path: "number",
      screenAsked: cx.policy.limitScreenAsked,
      answered: search.LimitApplicationCertificateRelatedConsFlg === CONSENT.given,
    });
    const agreed = limit.result;
    const result = {
      ...eligibilityResult(person, row, on),
      ...limitPart(row, agreed, cx.nowMs),
      ...referencePart(person.id, slice, cx),
    };
    return {
      answer: qualificationAnswer({ ...envelope, validity, results: [result] }, cx),
      changes: agreed ? [limitToldNow(person.id, row, cx)] : [],
      by: [by, limit.row],
    };
  },
});

function dateOf(written: string, today: CivilDate): CivilDate {
  return isCivilDate(written) ? written : today;
}
