import { CONSENT, REFERENCE } from "../../messages/code-lists.ts";
import { type QualificationRequest, siquc01 } from "../../messages/kinds/siquc01.ts";
import { validate } from "../../messages/validate.ts";
import { isAidPayer } from "../../population/recipient-number.ts";
import { limitConsent } from "../../rules/limit-consent.ts";
import { judgeByNumber } from "../../rules/validity-by-number.ts";
import { limitOn } from "../benefits-on.ts";
import { earlierKeys, rowOn } from "../earlier-rows.ts";
import { limitToldNow } from "../limit-told.ts";
import { dayAsked, insurerNumberError, numberKeys } from "../number-search.ts";
import { eligibilityResult, limitPart, qualificationAnswer } from "../qualification-answer.ts";
import { referenceKeyOf, referencePart } from "../reference.ts";
import { service } from "../service.ts";
import { ticketAnswer, ticketKeys } from "../ticket-answer.ts";
import { insuredRow, keysUnder, peopleUnder } from "../under-number.ts";

/**
 * An inquiry by number from a receipt system (eligibility-rules.md §3.3). The day asked about may be past: what was valid
 * then is answered, with the ratio and class of then. A day ahead is answered by what is registered now (ours).
 */
export const eligibilityByNumber = service<QualificationRequest, object>({
  serves: "OQSsiquc01",
  title: { ja: "番号による資格確認", en: "eligibility by number" },
  badField: (query) => validate(siquc01.request, query)[0]?.path,
  touches({ MessageHeader, MessageBody }, slice, cx) {
    const search = MessageBody.QualificationConfirmSearchInfo;
    if (isAidPayer(search.InsurerNumber)) return ticketKeys(search, slice, cx);
    const on = dayAsked(MessageHeader.QualificationConfirmationDate, cx);
    return keysUnder(insuredRow(search), slice, (id) => [
      referenceKeyOf(id, cx.facility.code),
      ...earlierKeys(id, on, cx),
    ]);
  },
  answer({ MessageHeader, MessageBody }, slice, cx) {
    const search = MessageBody.QualificationConfirmSearchInfo;
    const confirmedOn = MessageHeader.QualificationConfirmationDate;
    const envelope = { reference: REFERENCE.insuranceNumber, confirmedOn, search } as const;
    const remark = insurerNumberError(search, cx);
    if (remark !== undefined)
      return { answer: qualificationAnswer({ ...envelope, remark, results: [] }, cx), changes: [], by: ["3.3/1"] };
    const on = dayAsked(confirmedOn, cx);
    if (isAidPayer(search.InsurerNumber))
      return { answer: ticketAnswer(search, confirmedOn, on, slice, cx), changes: [] };
    const { validity, found, by } = judgeByNumber(numberKeys(search), peopleUnder(insuredRow(search), slice), on);
    if (found === undefined)
      return { answer: qualificationAnswer({ ...envelope, validity, results: [] }, cx), changes: [], by: [by] };
    const { person } = found;
    const row = rowOn(person.id, found.row, on, slice, cx);
    const told = limitOn(row, on);
    const limit = limitConsent.decide({
      path: "number",
      screenAsked: cx.policy.limitScreenAsked,
      answered: search.LimitApplicationCertificateRelatedConsFlg === CONSENT.given,
    });
    const agreed = limit.result;
    const result = {
      ...eligibilityResult(person, row, on),
      ...limitPart(told, agreed, cx.nowMs),
      ...referencePart(person.id, slice, cx),
    };
    return {
      answer: qualificationAnswer({ ...envelope, validity, results: [result] }, cx),
      changes: agreed ? [limitToldNow(person.id, told, cx)] : [],
      by: [by, limit.row],
    };
  },
});
