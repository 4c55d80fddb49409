import {
  type CheckupInformationAnswer,
  type CheckupInformationRequest,
  tkkSiquc01,
} from "../../messages/kinds/tkk-siquc01.ts";
import { type ResultCode, resultCode } from "../../messages/result-codes.ts";
import { validate } from "../../messages/validate.ts";
import type { CheckupRecord } from "../../population/medical/index.ts";
import type { InsuredPerson } from "../../population/person.ts";
import { checkupElements } from "../medical/checkup-elements.ts";
import { type PdfAnswer, pdfAnswer } from "../medical/documents.ts";
import { isSummary, summaryOfCheckups } from "../medical/emergency-view.ts";
import { grantsOf } from "../medical/grant.ts";
import { checkupReport } from "../medical/reports.ts";
import { seenCheckups } from "../medical/seen-checkups.ts";
import { medicalRows, medicalSubject } from "../medical/subject.ts";
import { type CentralContext, service } from "../service.ts";
import { logged, viewLogKeys } from "../view-log.ts";

type Header = CheckupInformationRequest["MessageHeader"];
const PDF = "1";

/** Check-ups of one person, within the consent given at this facility (eligibility-rules.md §5, §6; SEQ-07). */
export const checkupInformation = service<CheckupInformationRequest, CheckupInformationAnswer | PdfAnswer>({
  serves: "TKKsiquc01",
  title: { ja: "特定健診情報", en: "check-up information" },
  badField: (query) => validate(tkkSiquc01.request, query)[0]?.path,
  touches: ({ MessageHeader, MessageBody }, slice, cx) => [
    ...medicalRows(MessageHeader, MessageBody.MedicalTreatmentFlag, slice, cx),
    ...viewLogKeys(tkkSiquc01.code, medicalSubject(MessageHeader, slice, cx)?.person, slice, cx),
  ],
  answer({ MessageHeader, MessageBody }, slice, cx) {
    const subject = medicalSubject(MessageHeader, slice, cx);
    if (subject === undefined) return refusal("SIM-P-105", MessageHeader, cx);
    const { row, result } = grantsOf(subject, MessageBody.MedicalTreatmentFlag, slice, cx)("checkup");
    const by = [row];
    if (result !== "answered") return { ...refusal(result, MessageHeader, cx), by };
    const { person } = subject;
    const seen = seenCheckups(person, cx);
    const summary = isSummary(MessageBody.MedicalTreatmentFlag, person.id, slice, cx);
    const checkups = summary ? summaryOfCheckups(seen, cx.nowMs) : seen;
    const changes = [logged(tkkSiquc01.code, person, slice, cx)]; // who fetched what must be traceable (§1.8)
    if (MessageBody.FileCategory === PDF) {
      if (cx.documents === undefined) return refusal("SIM-E-999", MessageHeader, cx);
      return { answer: pdfAnswer(cx.documents.checkups(checkupReport(person, cx.today, checkups))), changes, by };
    }
    return { answer: xml(person, MessageHeader, checkups, cx), changes, by };
  },
});

function xml(
  { name, kana, birthdate, sex }: InsuredPerson,
  header: Header,
  checkups: readonly CheckupRecord[],
  { profile }: CentralContext,
): CheckupInformationAnswer {
  return {
    MessageHeader: {
      ResultCode: profile.yzk.result.ok,
      ArbitraryFileIdentifier: header.ArbitraryFileIdentifier ?? "",
      QualificationsInfo: { Name: name, KanasName: kana, Birthday: birthdate, AdministrativeGenderCode: sex },
    },
    MessageBody: { SpecificHealthCheckupInfo: checkupElements(checkups) },
  };
}

/** Refusals come as XML whatever was asked for (receipt-system-interface.md §1.7, §8.14). */
function refusal(code: ResultCode, header: Header, { profile }: CentralContext) {
  const answer: CheckupInformationAnswer = {
    MessageHeader: {
      ResultCode: profile.yzk.result.refused,
      MessageContents: resultCode(code).ja,
      ArbitraryFileIdentifier: header.ArbitraryFileIdentifier ?? "",
    },
    MessageBody: { SpecificHealthCheckupInfo: [] },
  };
  return { answer, changes: [] };
}
