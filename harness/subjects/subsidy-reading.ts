import { decodeMessage } from "../../simulator/messages/index.ts";
import { pmhSimsm01, type SubsidyResult } from "../../simulator/messages/kinds/pmh-simsm01.ts";
import type { Certificate } from "./expense-book.ts";

/** 処理結果区分 of a file that ended normally. */
const DONE = "1";

/** What one PMH file holds; undefined when it cannot be read, `not-confirmed` when PMH did not answer. */
export function readSubsidies(bytes: Uint8Array): readonly SubsidyResult[] | "not-confirmed" | undefined {
  const decoded = decodeMessage(pmhSimsm01.answer, bytes);
  if (!decoded.ok) return undefined;
  const { MessageHeader, MessageBody } = decoded.record;
  if (MessageHeader.SegmentOfResult !== DONE) return "not-confirmed";
  return MessageBody.MedicalSubsidyList?.MedicalSubsidy ?? [];
}

/** A certificate as it is stored, values as received. */
export function certificateOf(block: SubsidyResult): Certificate {
  const facilities = block.DesignatedMedicalInstitutions.map(({ MedicalInstitutionCode: code }) => code);
  return {
    payerNumber: block.MedicalSubsidyInsurerNumber,
    recipientNumber: block.MedicalSubsidyRecipientNumber,
    name: block.CertificationName,
    ...(block.ValidFrom === undefined ? {} : { validFrom: block.ValidFrom }),
    ...(block.ValidTo === undefined ? {} : { validTo: block.ValidTo }),
    ...(block.MaxCopaymentAmount === undefined ? {} : { maxCopaymentYen: Number(block.MaxCopaymentAmount) }),
    alwaysReimbursement: block.IsAlwaysReimbursement === "1",
    ...(facilities.length === 0 ? {} : { designatedFacilities: facilities }),
  };
}
