import { REFERENCE } from "../../messages/code-lists.ts";
import { type EmergencyRequest, siemq01 } from "../../messages/kinds/siemq01.ts";
import { validate } from "../../messages/validate.ts";
import type { InsuredPerson } from "../../population/person.ts";
import { judgeByNumber } from "../../rules/validity-by-number.ts";
import { earlierKeys, rowOn } from "../earlier-rows.ts";
import { behind } from "../ext-service.ts";
import type { LedgerChange, LedgerSlice } from "../ledger.ts";
import type {} from "../medical/emergency-view.ts";
import { dayAsked, numberKeys } from "../number-search.ts";
import { eligibilityResult, qualificationAnswer } from "../qualification-answer.ts";
import { type CentralContext, service } from "../service.ts";
import { insuredRow, keysUnder, peopleUnder } from "../under-number.ts";
import { logged, viewLogKeys } from "../view-log.ts";

const MAY_VIEW = "1";

/** From now on requests with `MedicalTreatmentFlag` 4 are answered as the pattern says (ours). */
function opened(
  { id }: InsuredPerson,
  { InformationRequestPattern: pattern }: EmergencyRequest["MessageBody"]["QualificationConfirmSearchInfo"],
  { nowMs, facility }: CentralContext,
): LedgerChange {
  return { table: "emergencyView", key: `${id}/${facility.code}`, row: { atMs: nowMs, pattern } };
}

function judged({ MessageHeader, MessageBody }: EmergencyRequest, slice: LedgerSlice, cx: CentralContext) {
  const search = MessageBody.QualificationConfirmSearchInfo;
  const on = dayAsked(MessageHeader.QualificationConfirmationDate, cx);
  return judgeByNumber(numberKeys(search), peopleUnder(insuredRow(search), slice), on);
}

/** Eligibility for the view of medical information in an emergency: only with the authority, and logged (ours, off by default). */
export const emergencyInquiry = behind(
  "emergency",
  service<EmergencyRequest, object>({
    serves: siemq01.code,
    title: siemq01.title,
    badField: (query) => validate(siemq01.request, query)[0]?.path,
    touches(request, slice, cx) {
      const on = dayAsked(request.MessageHeader.QualificationConfirmationDate, cx);
      const row = insuredRow(request.MessageBody.QualificationConfirmSearchInfo);
      return [
        ...keysUnder(row, slice, (id) => earlierKeys(id, on, cx)),
        ...viewLogKeys(siemq01.code, judged(request, slice, cx).found?.person, slice, cx),
      ];
    },
    answer(request, slice, cx) {
      const search = request.MessageBody.QualificationConfirmSearchInfo;
      const { QualificationConfirmationDate: confirmedOn } = request.MessageHeader;
      const envelope = { reference: REFERENCE.insuranceNumber, confirmedOn } as const;
      if (search.EmergencyViewingAuthority !== MAY_VIEW)
        return { answer: qualificationAnswer({ ...envelope, remark: "SIM-P-105", results: [] }, cx), changes: [] };
      const on = dayAsked(confirmedOn, cx);
      const { validity, found } = judged(request, slice, cx);
      const results =
        found === undefined
          ? []
          : [eligibilityResult(found.person, rowOn(found.person.id, found.row, on, slice, cx), on)];
      const changes =
        found === undefined ? [] : [logged(siemq01.code, found.person, slice, cx), opened(found.person, search, cx)];
      return { answer: qualificationAnswer({ ...envelope, validity, results }, cx), changes };
    },
  }),
);
