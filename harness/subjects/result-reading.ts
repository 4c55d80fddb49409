import { addMonths, civilDate } from "../../simulator/kernel/civil-time.ts";
import { isQualificationValidity, type QualificationValidity } from "../../simulator/messages/code-lists.ts";
import { decodeMessage, siquc01, yzkSiquc01 } from "../../simulator/messages/index.ts";
import type { QualificationResult } from "../../simulator/messages/kinds/siquc01.ts";
import { writeXml } from "../../simulator/messages/xml-writer.ts";
import type { AnsweredPerson } from "./decisions.ts";
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
  readonly drugsAllowed: boolean;
  /** Every scheme of the answer: insurances and 医療扶助. */
  readonly results: readonly QualificationResult[];
}

/** Whether a drug result gives data, refuses, or cannot be read. */
export type DrugAnswer = "data" | "refused" | "unreadable";

/** Reads a result in whatever encoding it declares; undefined when it cannot be read, and then nothing is imported. */
export function readQualification(bytes: Uint8Array): QualificationAnswer | undefined {
  const decoded = decodeMessage(siquc01.answer, bytes);
  if (!decoded.ok) return undefined;
  const { MessageHeader: header, MessageBody: body } = decoded.record;
  const result = body.ResultList?.ResultOfQualificationConfirmation[0];
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
    keys: keysOf(result),
    items: {
      QualificationConfirmationDate: header.QualificationConfirmationDate,
      ...Object.fromEntries(
        Object.entries(result ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      ),
    },
    drugsAllowed: result?.PharmacistsInfoConsFlg === "1",
    results: body.ResultList?.ResultOfQualificationConfirmation ?? [],
  };
}

function keysOf(result: QualificationResult | undefined): InquiryKeys | undefined {
  if (result?.InsurerNumber === undefined || result.InsuredIdentificationNumber === undefined) return undefined;
  return {
    insurerNumber: result.InsurerNumber,
    ...(result.InsuredCardSymbol === undefined ? {} : { symbol: result.InsuredCardSymbol }),
    number: result.InsuredIdentificationNumber,
    ...(result.InsuredBranchNumber === undefined ? {} : { branch: result.InsuredBranchNumber }),
    birthdate: result.Birthdate,
  };
}

/** Reads a drug result. */
export function readDrugAnswer(bytes: Uint8Array): DrugAnswer {
  const decoded = decodeMessage(yzkSiquc01.answer, bytes);
  if (!decoded.ok) return "unreadable";
  return decoded.record.MessageHeader.ResultCode === "1" ? "data" : "refused";
}

/** A request by number, in Shift_JIS as most receipt systems write it (receipt-system-interface.md §1.5). */
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
  return writeXml(siquc01.request, record, SHIFT_JIS);
}

/** A request for six months of drug information as XML (receipt-system-interface.md §2.11). */
export function drugRequest(facility: string, today: string, identifier: string, keys: InquiryKeys): Uint8Array {
  const month = (months: number): string => addMonths(civilDate(today), months).slice(0, 6);
  const record = {
    MessageHeader: {
      MedicalInstitutionCode: facility,
      InsurerNumber: keys.insurerNumber,
      InsuranceCardSymbol: keys.symbol ?? "",
      InsuredPersonIdentificationNumber: keys.number,
      BranchNumber: keys.branch ?? "",
      ArbitraryFileIdentifier: identifier,
    },
    MessageBody: {
      StartDate: month(-6),
      EndDate: month(0),
      FileCategory: "2",
      PrDiInfClassification: "1",
      MedicalTreatmentFlag: "1",
    },
  };
  return writeXml(yzkSiquc01.request, record, SHIFT_JIS);
}

/** Written without a look at the table: a receipt system sends what it has, right or wrong. */
const SHIFT_JIS = { encoding: "Shift_JIS", order: "paper" } as const;
