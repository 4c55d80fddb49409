import { isCivilDate } from "../../kernel/civil-time.ts";
import { REFERENCE } from "../../messages/code-lists.ts";
import { type EmergencyRequest, siemq01 } from "../../messages/kinds/siemq01.ts";
import { validate } from "../../messages/validate.ts";
import type { InsuredPerson } from "../../population/person.ts";
import { judgeByNumber } from "../../rules/validity-by-number.ts";
import { behind } from "../ext-service.ts";
import type { LedgerChange, LedgerKey } from "../ledger.ts";
import { logged } from "../looked-up.ts";
import type {} from "../medical/emergency-view.ts";
import { insuredKey, numberKeys } from "../number-search.ts";
import { eligibilityResult, qualificationAnswer } from "../qualification-answer.ts";
import { type CentralContext, service } from "../service.ts";

const MAY_VIEW = "1";

/** From now on requests with `MedicalTreatmentFlag` 4 are answered as the pattern says (ours). */
function opened(
  { id }: InsuredPerson,
  { InformationRequestPattern: pattern }: EmergencyRequest["MessageBody"]["QualificationConfirmSearchInfo"],
  { nowMs, facility }: CentralContext,
): LedgerChange {
  return { table: "emergencyView", key: `${id}/${facility.code}`, row: { atMs: nowMs, pattern } };
}

/** Eligibility for the view of medical information in an emergency: only with the authority, and logged (ours, off by default). */
export const emergencyInquiry = behind(
  "emergency",
  service<EmergencyRequest, object>({
    serves: siemq01.code,
    title: siemq01.title,
    badField: (query) => validate(siemq01.request, query)[0]?.path,
    touches({ MessageBody }, slice) {
      const key = insuredKey(MessageBody.QualificationConfirmSearchInfo);
      const ids = slice.get("insured", key)?.personIds ?? [];
      return [["insured", key], ...ids.map((id): LedgerKey => ["person", id])];
    },
    answer({ MessageHeader, MessageBody }, slice, cx) {
      const search = MessageBody.QualificationConfirmSearchInfo;
      const { QualificationConfirmationDate: confirmedOn } = MessageHeader;
      const envelope = { reference: REFERENCE.insuranceNumber, confirmedOn } as const;
      if (search.EmergencyViewingAuthority !== MAY_VIEW)
        return { answer: qualificationAnswer({ ...envelope, remark: "SIM-P-105", results: [] }, cx), changes: [] };
      const ids = slice.get("insured", insuredKey(search))?.personIds ?? [];
      const candidates = ids.flatMap((id) => slice.get("person", id) ?? []);
      const on = isCivilDate(confirmedOn) ? confirmedOn : cx.today;
      const { validity, found } = judgeByNumber(numberKeys(search), candidates, on);
      const results = found === undefined ? [] : [eligibilityResult(found.person, found.row, on)];
      const changes =
        found === undefined ? [] : [logged(siemq01.code, found.person, cx), opened(found.person, search, cx)];
      return { answer: qualificationAnswer({ ...envelope, validity, results }, cx), changes };
    },
  }),
);
