import { addMonths, type CivilDate, civilDate } from "../../simulator/kernel/civil-time.ts";
import { decodeMessage, tkkSiquc01, yzkSiquc01 } from "../../simulator/messages/index.ts";
import type { FacilityConsentKind } from "../../simulator/population/facility.ts";
import { requestFile } from "./request-file.ts";
import type { InquiryKeys } from "./subject.ts";

/** What one request for medical information asks. */
export interface MedicalRequest {
  readonly kind: FacilityConsentKind;
  readonly as: "xml" | "pdf";
  /** Months back from today. */
  readonly months: number;
  readonly keys: InquiryKeys;
  /** OQSCD028: how the consent was given. */
  readonly flag: "1" | "2" | "3";
}

/** What an answer holds. */
export type MedicalAnswer =
  | { readonly kind: "refused" | "unreadable" | "none" }
  /** `newest`: the newest month of care in it, `yyyymm`; of a PDF nobody looks inside. */
  | { readonly kind: "data"; readonly newest?: string };

/** 手術 has no request of its own: it comes with 診療 (receipt-system-interface.md §2.11). */
const CATEGORY = {
  drug: { pdf: "1", xml: "2" },
  care: { pdf: "3", xml: "4" },
  surgery: { pdf: "3", xml: "4" },
} as const;
const CHECKUP_CATEGORY = { pdf: "1", xml: "2" } as const;

/** The kind of message a kind of information is asked with. */
export const apiOf = (kind: FacilityConsentKind): "YZKsiquc01" | "TKKsiquc01" =>
  kind === "checkup" ? "TKKsiquc01" : "YZKsiquc01";

/** A request file (receipt-system-interface.md §2.11, §2.12). */
export function medicalRequest(
  facility: string,
  today: CivilDate,
  identifier: string,
  { kind, as, months, keys, flag }: MedicalRequest,
): Uint8Array {
  const MessageHeader = {
    MedicalInstitutionCode: facility,
    InsurerNumber: keys.insurerNumber,
    InsuranceCardSymbol: keys.symbol ?? "",
    InsuredPersonIdentificationNumber: keys.number,
    BranchNumber: keys.branch ?? "",
    ArbitraryFileIdentifier: identifier,
  };
  const flags = { PrDiInfClassification: "1", MedicalTreatmentFlag: flag };
  if (kind === "checkup") {
    const MessageBody = { FileCategory: CHECKUP_CATEGORY[as], ...flags };
    return requestFile(tkkSiquc01.request, { MessageHeader, MessageBody });
  }
  const MessageBody = {
    StartDate: addMonths(today, -months).slice(0, 6),
    EndDate: today.slice(0, 6),
    FileCategory: CATEGORY[kind][as],
    ...flags,
  };
  return requestFile(yzkSiquc01.request, { MessageHeader, MessageBody });
}

/** `%PDF-`: the name tells nothing of what is in a zip. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";

/** Reads an answer: a PDF counts as data, an XML is looked into. */
export function readMedicalAnswer(kind: FacilityConsentKind, bytes: Uint8Array): MedicalAnswer {
  if (isPdf(bytes)) return { kind: "data" };
  return kind === "checkup" ? readCheckups(bytes) : readDrugs(kind, bytes);
}

function readCheckups(bytes: Uint8Array): MedicalAnswer {
  const decoded = decodeMessage(tkkSiquc01.answer, bytes);
  if (!decoded.ok) return { kind: "unreadable" };
  const { MessageHeader, MessageBody } = decoded.record;
  if (MessageHeader.ResultCode !== "1") return { kind: "refused" };
  return dated(MessageBody.SpecificHealthCheckupInfo.map(({ EffectiveTime }) => civilDate(EffectiveTime).slice(0, 6)));
}

/** Drugs from claims; of care and surgery the acts. */
function readDrugs(kind: "drug" | "care" | "surgery", bytes: Uint8Array): MedicalAnswer {
  const decoded = decodeMessage(yzkSiquc01.answer, bytes);
  if (!decoded.ok) return { kind: "unreadable" };
  const { MessageHeader, MessageBody } = decoded.record;
  if (MessageHeader.ResultCode !== "1") return { kind: "refused" };
  const months = MessageBody.MeTrMonthInf.filter(({ DiDateInfs }) =>
    (DiDateInfs?.DiDateInf ?? []).some(({ DrugInfs, MeTrInfs }) =>
      kind === "drug" ? DrugInfs !== undefined : (MeTrInfs?.MeTrInf ?? []).some((act) => isOf(kind, act.MeTrIdCl)),
    ),
  );
  return dated(months.flatMap(({ MeTrMonth }) => MeTrMonth ?? []));
}

const OPERATION = "50";
const isOf = (kind: "care" | "surgery", category: string | undefined): boolean =>
  (category === OPERATION) === (kind === "surgery");

function dated(months: readonly string[]): MedicalAnswer {
  const newest = months.toSorted().at(-1);
  return newest === undefined ? { kind: "none" } : { kind: "data", newest };
}
