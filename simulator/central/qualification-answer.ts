import { stampAt } from "../kernel/civil-time.ts";
import { CONSENT, PROCESSING_STATUS, type QualificationValidity, SEGMENT_OF_RESULT } from "../messages/code-lists.ts";
import type { QualificationAnswer, QualificationResult } from "../messages/kinds/siquc01.ts";
import { resultCode } from "../messages/result-codes.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import type { ConsentKind, ConsentRecord } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

/** A remark on a success, or an error of one person (receipt-system-interface.md §8.1, ours). */
export type Remark = "SIM-W-303" | "SIM-W-304" | "SIM-P-102" | "SIM-P-103";

/** What the envelope of an answer says. */
export interface Envelope {
  readonly reference: "1" | "2";
  readonly confirmedOn: string;
  readonly validity?: QualificationValidity;
  readonly remark?: Remark;
  readonly search?: QualificationAnswer["MessageBody"]["QualificationConfirmSearchInfo"];
  readonly prescription?: string;
  readonly results: readonly QualificationResult[];
}

/** The answer of OQSsiquc01 (receipt-system-interface.md §2.3). The terminal adds identifier and character code. */
export function qualificationAnswer(
  envelope: Envelope,
  { nowMs, facility }: CentralContext,
): Omit<QualificationAnswer, "MessageHeader"> & {
  readonly MessageHeader: Omit<QualificationAnswer["MessageHeader"], "CharacterCodeIdentifier">;
} {
  const { reference, confirmedOn, validity, remark, search, prescription, results } = envelope;
  return {
    MessageHeader: {
      ProcessExecutionTime: stampAt(nowMs),
      QualificationConfirmationDate: confirmedOn,
      MedicalInstitutionCode: facility.code,
      ReferenceClassification: reference,
      SegmentOfResult: SEGMENT_OF_RESULT.normal,
    },
    MessageBody: {
      ...(search === undefined ? {} : { QualificationConfirmSearchInfo: search }),
      ...(prescription === undefined ? {} : { PrescriptionIssueSelect: prescription }),
      ProcessingResultStatus: validity === undefined ? PROCESSING_STATUS.error : PROCESSING_STATUS.normal,
      ...(remark === undefined ? {} : { ProcessingResultCode: remark, ProcessingResultMessage: resultCode(remark).ja }),
      ...(validity === undefined ? {} : { QualificationValidity: validity }),
      ...(results.length === 0 ? {} : { ResultList: { ResultOfQualificationConfirmation: [...results] } }),
    },
  };
}

/** One eligibility as an element (receipt-system-interface.md §2.4); what is withheld is left out, never emptied. */
export function eligibilityResult(person: InsuredPerson, row: Eligibility): QualificationResult {
  const withheld = person.flags?.addressWithheld === true || person.flags?.selfInfoRefused === true;
  return {
    InsuredCardClassification: row.cardClassification,
    InsurerNumber: row.insurerNumber,
    ...given("InsuredCardSymbol", row.symbol),
    InsuredIdentificationNumber: row.number,
    ...given("InsuredBranchNumber", row.branch),
    ...given("PersonalFamilyClassification", row.personalFamily),
    ...given("InsuredName", row.insuredName),
    Name: person.name,
    NameKana: person.kana,
    Sex1: person.sex,
    Birthdate: person.birthdate,
    ...(withheld ? {} : { Address: person.address, PostNumber: person.postNumber }),
    QualificationDate: row.acquired,
    ...given("DisqualificationDate", row.lost),
    ...given("InsuredCertificateIssuanceDate", row.issued),
    ...given("InsuredCardValidDate", row.validFrom),
    ...given("InsuredCardExpirationDate", row.validUntil),
    ...given("InsuredPartialContributionRatio", row.contributionRatio),
    ...given("PreschoolClassification", row.preschool),
    ...given("ReasonOfLoss", row.reasonOfLoss),
    InsurerName: row.insurerName,
    ...elderlyPart(row),
  };
}

function elderlyPart({ elderly }: Eligibility): Pick<QualificationResult, "ElderlyRecipientCertificateInfo"> {
  if (elderly === undefined) return {};
  return {
    ElderlyRecipientCertificateInfo: {
      ...given("ElderlyRecipientCertificateDate", elderly.issued),
      ...given("ElderlyRecipientValidStartDate", elderly.validFrom),
      ...given("ElderlyRecipientValidEndDate", elderly.validUntil),
      ElderlyRecipientContributionRatio: elderly.ratio,
    },
  };
}

/** Limit data and their flag; flag 0 brings neither time nor data (receipt-system-interface.md §6.3 rule 4). */
export function limitPart({ limit }: Eligibility, agreed: boolean, atMs: number): Partial<QualificationResult> {
  if (!agreed) return { LimitApplicationCertificateRelatedConsFlg: CONSENT.none };
  return {
    LimitApplicationCertificateRelatedConsFlg: CONSENT.given,
    LimitApplicationCertificateRelatedConsTime: stampAt(atMs),
    ...(limit === undefined
      ? {}
      : {
          LimitApplicationCertificateRelatedInfo: {
            ...given("LimitApplicationCertificateClassification", limit.classification),
            ...given("LimitApplicationCertificateClassificationFlag", limit.flag),
            ...given("LimitApplicationCertificateDate", limit.issued),
            ...given("LimitApplicationCertificateValidStartDate", limit.validFrom),
            ...given("LimitApplicationCertificateValidEndDate", limit.validUntil),
          },
        }),
  };
}

/** The other consents of a check-in with a card: every flag is there, times only where it was given (§2.3 facts, §8.17). */
export function consentPart(row: Eligibility, consent: ConsentRecord, windowMs: number): Partial<QualificationResult> {
  const cons = stampAt(consent.atMs);
  const until = stampAt(consent.atMs + windowMs);
  const yes = (kind: ConsentKind): boolean => !consent.eligibilityOnly && consent.given.includes(kind);
  return {
    ...diseasePart(row, yes("disease"), cons),
    ...(yes("checkup")
      ? {
          SpecificHealthCheckupsInfoConsFlg: "1",
          SpecificHealthCheckupsInfoConsTime: cons,
          SpecificHealthCheckupsInfoAvailableTime: until,
        }
      : { SpecificHealthCheckupsInfoConsFlg: "0" }),
    ...(yes("drug")
      ? { PharmacistsInfoConsFlg: "1", PharmacistsInfoConsTime: cons, PharmacistsInfoAvailableTime: until }
      : { PharmacistsInfoConsFlg: "0" }),
    ...(yes("care")
      ? { DiagnosisInfoConsFlg: "1", DiagnosisInfoConsTime: cons, DiagnosisInfoAvailableTime: until }
      : { DiagnosisInfoConsFlg: "0" }),
    ...(yes("surgery")
      ? { OperationInfoConsFlg: "1", OperationInfoConsTime: cons, OperationInfoAvailableTime: until }
      : { OperationInfoConsFlg: "0" }),
  };
}

function diseasePart({ diseases = [] }: Eligibility, agreed: boolean, cons: string): Partial<QualificationResult> {
  if (!agreed) return { SpecificDiseasesCertificateRelatedConsFlg: CONSENT.none };
  return {
    SpecificDiseasesCertificateRelatedConsFlg: CONSENT.given,
    SpecificDiseasesCertificateRelatedConsTime: cons,
    ...(diseases.length === 0
      ? {}
      : {
          SpecificDiseasesCertificateList: {
            SpecificDiseasesCertificateInfo: diseases.map((disease) => ({
              SpecificDiseasesDiseaseCategory: disease.category,
              ...given("SpecificDiseasesCertificateDate", disease.issued),
              ...given("SpecificDiseasesValidStartDate", disease.validFrom),
              ...given("SpecificDiseasesValidEndDate", disease.validUntil),
              ...given("SpecificDiseasesSelfPay", disease.selfPay),
            })),
          },
        }),
  };
}

function given<N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: V };
}
