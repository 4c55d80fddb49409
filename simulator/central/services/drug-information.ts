import type { DrugReport } from "../../documents/medical-report.ts";
import {
  type DrugInformationAnswer,
  type DrugInformationRequest,
  yzkSiquc01,
} from "../../messages/kinds/yzk-siquc01.ts";
import { type ResultCode, resultCode } from "../../messages/result-codes.ts";
import { validate } from "../../messages/validate.ts";
import type { CareDay } from "../../population/medical/index.ts";
import type { InsuredPerson } from "../../population/person.ts";
import { type PdfAnswer, pdfAnswer } from "../medical/documents.ts";
import { drugMonths } from "../medical/drug-months.ts";
import { isSummary, summaryOfClaims, summaryOfPrescriptions } from "../medical/emergency-view.ts";
import { type Grants, grantsOf } from "../medical/grant.ts";
import { prescriptionParts } from "../medical/prescription-months.ts";
import { drugReport } from "../medical/reports.ts";
import { type AskedMonths, type ClaimedDay, claimedDays, prescribedDays } from "../medical/seen-care.ts";
import { type MedicalSubject, medicalRows, medicalSubject } from "../medical/subject.ts";
import { type CentralContext, service } from "../service.ts";
import { logged, viewLogKeys } from "../view-log.ts";

type Body = DrugInformationRequest["MessageBody"];

/** What a file category asks for (receipt-system-interface.md §2.11). */
const CATEGORIES = {
  "1": { care: false, pdf: true },
  "2": { care: false, pdf: false },
  "3": { care: true, pdf: true },
  "4": { care: true, pdf: false },
} as const;
/** OQSCD030 matched by us: 0 leaves out what comes from electronic prescriptions. */
const WITHOUT_PRESCRIPTIONS = "0";

/**
 * Drug information of one person, with 診療情報 for categories 3 and 4, within the consent given at this facility
 * (eligibility-rules.md §5, §6; SEQ-07). The kind a category is named after must be consented to, else the request is
 * refused; the other kinds that would come with it are left out without consent (ours).
 */
export const drugInformation = service<DrugInformationRequest, DrugInformationAnswer | PdfAnswer>({
  serves: "YZKsiquc01",
  title: { ja: "薬剤情報", en: "drug information" },
  badField: (query) => validate(yzkSiquc01.request, query)[0]?.path,
  touches: ({ MessageHeader, MessageBody }, slice, cx) => [
    ...medicalRows(MessageHeader, MessageBody.MedicalTreatmentFlag, slice, cx),
    ...viewLogKeys(yzkSiquc01.code, medicalSubject(MessageHeader, slice, cx)?.person, slice, cx),
  ],
  answer({ MessageHeader, MessageBody }, slice, cx) {
    // Months the wrong way round would read as "no medicine" (ours).
    if (MessageBody.StartDate > MessageBody.EndDate) return refusal("SIM-E-004", MessageHeader, cx);
    const subject = medicalSubject(MessageHeader, slice, cx);
    if (subject === undefined) return refusal("SIM-P-105", MessageHeader, cx);
    const grants = grantsOf(subject, MessageBody.MedicalTreatmentFlag, slice, cx);
    const { care, pdf } = CATEGORIES[MessageBody.FileCategory as keyof typeof CATEGORIES];
    const { row, result } = grants(care ? "care" : "drug");
    const by = [row];
    if (result !== "answered") return { ...refusal(result, MessageHeader, cx), by };
    const summary = isSummary(MessageBody.MedicalTreatmentFlag, subject.person.id, slice, cx);
    const seen = see(subject, MessageBody, grants, { care, summary }, cx);
    const changes = [logged(yzkSiquc01.code, subject.person, slice, cx)]; // who fetched what must be traceable (§1.8)
    if (!pdf) return { answer: xml(seen, MessageHeader, cx), changes, by };
    const bytes = cx.documents?.drugs(report(seen, cx));
    return { ...(bytes ? { answer: pdfAnswer(bytes), changes } : refusal("SIM-E-999", MessageHeader, cx)), by };
  },
});

/** What a request is shown. */
interface Seen {
  readonly person: InsuredPerson;
  readonly months: AskedMonths;
  /** With 診療情報 and 手術情報. */
  readonly care: boolean;
  readonly surgery: boolean;
  readonly claims: readonly ClaimedDay[];
  readonly prescriptions: readonly CareDay[];
}

function see(
  { person }: MedicalSubject,
  { StartDate: from, EndDate: until, PrDiInfClassification }: Body,
  grants: Grants,
  { care, summary }: { readonly care: boolean; readonly summary: boolean },
  { nowMs, today, policy }: CentralContext,
): Seen {
  const months = { from, until };
  const allowed = {
    drug: grants("drug").result === "answered",
    care: care && grants("care").result === "answered",
    surgery: care && grants("surgery").result === "answered",
  };
  const claims = claimedDays(person, months, today, policy, allowed);
  const wanted = allowed.drug && PrDiInfClassification !== WITHOUT_PRESCRIPTIONS;
  const prescriptions = wanted ? prescribedDays(person, months, today, policy) : [];
  return {
    person,
    months,
    care,
    surgery: allowed.surgery,
    claims: summary ? summaryOfClaims(claims, nowMs) : claims,
    prescriptions: summary ? summaryOfPrescriptions(prescriptions, nowMs) : prescriptions,
  };
}

function xml(
  { person, care, claims, prescriptions }: Seen,
  header: DrugInformationRequest["MessageHeader"],
  { facility, profile }: CentralContext,
): DrugInformationAnswer {
  const { name, kana, birthdate, sex } = person;
  return {
    MessageHeader: {
      ResultCode: profile.yzk.result.ok,
      ArbitraryFileIdentifier: header.ArbitraryFileIdentifier ?? "",
      QuaInf: { Name: name, KanaName: kana, Birth: birthdate, AdmGendCode: sex },
    },
    MessageBody: {
      MeTrMonthInf: drugMonths(claims, facility.code, care),
      ...prescriptionParts(prescriptions, facility.code),
    },
  };
}

function report({ person, months, care, surgery, claims }: Seen, { today }: CentralContext): DrugReport {
  return drugReport(person, today, months, claims, { withCare: care, withSurgery: surgery });
}

/** Refusals come as XML whatever was asked for (receipt-system-interface.md §1.7, §8.14). */
function refusal(code: ResultCode, header: DrugInformationRequest["MessageHeader"], { profile }: CentralContext) {
  const answer: DrugInformationAnswer = {
    MessageHeader: {
      ResultCode: profile.yzk.result.refused,
      MessageContents: resultCode(code).ja,
      ArbitraryFileIdentifier: header.ArbitraryFileIdentifier ?? "",
    },
    MessageBody: { MeTrMonthInf: [] },
  };
  return { answer, changes: [] };
}
