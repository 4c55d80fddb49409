import { type CivilDate, stampAt } from "../kernel/civil-time.ts";
import { CONSENT, PROCESSING_STATUS, type QualificationValidity, SEGMENT_OF_RESULT } from "../messages/code-lists.ts";
import type { QualificationAnswer, QualificationResult } from "../messages/kinds/siquc01.ts";
import { resultCode } from "../messages/result-codes.ts";
import type { LimitCertificate } from "../population/eligibility.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import { protectionOf } from "../rules/protection.ts";
import { benefitsOn } from "./benefits-on.ts";
import type { RowError } from "./number-search.ts";
import type { CentralContext } from "./service.ts";

/** A remark on a success, or an error of one person (receipt-system-interface.md §8.1, ours). */
export type Remark = "SIM-P-105" | "SIM-P-106" | "SIM-W-301" | "SIM-W-302" | "SIM-W-303" | "SIM-W-304" | RowError;

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
  { nowMs, facility, profile }: CentralContext,
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
      // Whether an empty list stays away is our choice (receipt-system-interface.md §8.23).
      ...(results.length === 0 && profile.empty === "omit"
        ? {}
        : { ResultList: { ResultOfQualificationConfirmation: [...results] } }),
    },
  };
}

/**
 * One eligibility as an element (receipt-system-interface.md §2.4); what is withheld is left out, never emptied. What
 * hangs on an age or a certificate is given on the days it holds (§6.3 no. 8, 9).
 */
export function eligibilityResult(person: InsuredPerson, registered: Eligibility, on: CivilDate): QualificationResult {
  const row = benefitsOn(registered, person.birthdate, on);
  // Whoever may not be shown at all was refused before; by number both flags keep the address back (§15.3).
  const withheld = protectionOf(person, "number") === "without-address";
  const result: Filled<QualificationResult> = {};
  result.InsuredCardClassification = row.cardClassification;
  result.InsurerNumber = row.insurerNumber;
  fill(result, "InsuredCardSymbol", row.symbol);
  result.InsuredIdentificationNumber = row.number;
  fill(result, "InsuredBranchNumber", row.branch);
  fill(result, "PersonalFamilyClassification", row.personalFamily);
  fill(result, "InsuredName", row.insuredName);
  result.Name = person.name;
  fill(result, "NameOfOther", person.alias?.name);
  fill(result, "NameKana", person.kana || undefined); // some insurers register none (requirements.md C16)
  fill(result, "NameOfOtherKana", person.alias?.kana || undefined);
  result.Sex1 = person.sex;
  fill(result, "Sex2", person.sex2);
  result.Birthdate = person.birthdate;
  if (!withheld) {
    result.Address = person.address;
    result.PostNumber = person.postNumber;
  }
  result.QualificationDate = row.acquired;
  fill(result, "DisqualificationDate", row.lost);
  fill(result, "InsuredCertificateIssuanceDate", row.issued);
  fill(result, "InsuredCardValidDate", row.validFrom);
  fill(result, "InsuredCardExpirationDate", row.validUntil);
  fill(result, "InsuredPartialContributionRatio", row.contributionRatio);
  fill(result, "PreschoolClassification", row.preschool);
  fill(result, "ReasonOfLoss", row.reasonOfLoss);
  result.InsurerName = row.insurerName;
  fill(result, "ElderlyRecipientCertificateInfo", elderlyPart(row));
  return result as QualificationResult;
}

function elderlyPart({ elderly }: Eligibility): QualificationResult["ElderlyRecipientCertificateInfo"] {
  if (elderly === undefined) return undefined;
  return {
    ...given("ElderlyRecipientCertificateDate", elderly.issued),
    ...given("ElderlyRecipientValidStartDate", elderly.validFrom),
    ...given("ElderlyRecipientValidEndDate", elderly.validUntil),
    ElderlyRecipientContributionRatio: elderly.ratio,
  };
}

/** Limit data of the day and their flag; flag 0 brings neither time nor data (receipt-system-interface.md §6.3 rule 4). */
export function limitPart(
  limit: LimitCertificate | undefined,
  agreed: boolean,
  atMs: number,
): Partial<QualificationResult> {
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

/** A record that grows item by item: every answer has one, and to spread two dozen small objects was a fifth of it. */
type Filled<R> = { -readonly [N in keyof R]?: R[N] };

/** Puts an item in where there is one. */
function fill<R, N extends keyof R>(record: Filled<R>, name: N, value: R[N] | undefined): void {
  if (value !== undefined) record[name] = value;
}

function given<N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: V };
}
