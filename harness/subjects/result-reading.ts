import { isQualificationValidity, type QualificationValidity } from "../../simulator/messages/code-lists.ts";
import { decodeMessage, siquc01 } from "../../simulator/messages/index.ts";
import type { QualificationResult } from "../../simulator/messages/kinds/siquc01.ts";
import type { AnsweredPerson } from "./decisions.ts";
import { requestFile } from "./request-file.ts";
import type { InquiryKeys } from "./subject.ts";

/** A result of OQSsiquc01 as the receipt system understands it. */
export interface QualificationAnswer {
  readonly identifier: string;
  readonly confirmedOn: string;
  readonly segment: string;
  readonly validity: QualificationValidity | undefined;
  /** Whether a remark came with it. */
  readonly notice: boolean;
  readonly person: AnsweredPerson | undefined;
  readonly keys: InquiryKeys | undefined;
  /** Values by element name, as they came. */
  readonly items: Readonly<Record<string, string>>;
  /** Every scheme of the answer: insurances and 医療扶助. */
  readonly results: readonly QualificationResult[];
}

/** Reads a result in whatever encoding it declares; undefined when it cannot be read, and then nothing is imported. */
export function readQualification(bytes: Uint8Array): QualificationAnswer | undefined {
  const decoded = decodeMessage(siquc01.answer, bytes);
  if (!decoded.ok) return undefined;
  const { MessageHeader: header, MessageBody: body } = decoded.record;
  const results = body.ResultList?.ResultOfQualificationConfirmation ?? [];
  // 医療扶助 stands beside the insurance, before or behind it; only an insurance is one (receipt-system-interface.md §2.3 row 17).
  const insurance = results.find(({ InsuredCardClassification }) => InsuredCardClassification !== "A1");
  const result = insurance ?? results[0];
  const validity = body.QualificationValidity;
  return {
    identifier: header.ArbitraryFileIdentifier ?? "",
    confirmedOn: header.QualificationConfirmationDate,
    segment: header.SegmentOfResult,
    validity: isQualificationValidity(validity) ? validity : undefined,
    notice: body.ProcessingResultMessage !== undefined,
    person:
      result === undefined
        ? undefined
        : { name: result.Name, kana: result.NameKana ?? "", birthdate: result.Birthdate },
    keys: keysOf(insurance),
    items: {
      QualificationConfirmationDate: header.QualificationConfirmationDate,
      ...Object.fromEntries(
        Object.entries(result ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      ),
    },
    results,
  };
}

/** The keys of a record, whatever it is about; undefined where they were withheld. */
export function keysOf(result: QualificationResult | undefined): InquiryKeys | undefined {
  if (result?.InsurerNumber === undefined || result.InsuredIdentificationNumber === undefined) return undefined;
  return {
    insurerNumber: result.InsurerNumber,
    ...(result.InsuredCardSymbol === undefined ? {} : { symbol: result.InsuredCardSymbol }),
    number: result.InsuredIdentificationNumber,
    ...(result.InsuredBranchNumber === undefined ? {} : { branch: result.InsuredBranchNumber }),
    birthdate: result.Birthdate,
  };
}

/** A request by number (receipt-system-interface.md §2.2). */
export function numberRequest(
  facility: string,
  today: string,
  identifier: string,
  keys: InquiryKeys,
  limitConsent: boolean,
  writeBranch: (branch: string | undefined) => string | undefined,
): Uint8Array {
  const branch = writeBranch(keys.branch);
  const record = {
    MessageHeader: {
      QualificationConfirmationDate: today,
      MedicalInstitutionCode: facility,
      ArbitraryFileIdentifier: identifier,
    },
    MessageBody: {
      QualificationConfirmSearchInfo: {
        InsurerNumber: keys.insurerNumber,
        ...(keys.symbol === undefined ? {} : { InsuredCardSymbol: keys.symbol }),
        InsuredIdentificationNumber: keys.number,
        ...(branch === undefined ? {} : { InsuredBranchNumber: branch }),
        Birthdate: keys.birthdate,
        LimitApplicationCertificateRelatedConsFlg: limitConsent ? "1" : "0",
      },
    },
  };
  return requestFile(siquc01.request, record);
}
