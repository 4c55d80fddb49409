import type { CivilDate } from "../kernel/civil-time.ts";

/**
 * One certificate of 医療費助成 as a municipality registered it in PMH. Item names follow the public registration API
 * (eligibility-rules.md §10.3); the personal number of that API never goes to facilities and is not kept here.
 */
export interface SubsidyEntry {
  /** medicalSubsidyInsurerNumber 公費負担者番号, eight digits. */
  readonly payerNumber: string;
  /** medicalSubsidyRecipientNumber 受給者番号, up to 30 characters: national schemes seven digits, local ones differ. */
  readonly recipientNumber: string;
  /** certificationName, up to 100 characters. */
  readonly certificateName: string;
  /** certificationSubKey. */
  readonly subKey?: string;
  /** segment 区分. */
  readonly segment?: string;
  /** incomeSegment 所得区分. */
  readonly incomeSegment?: string;
  /** additionalConditions: `item-code`, joined by `;`. */
  readonly additionalConditions?: string;
  /** designatedMedicalInstitutions: facility codes; left out when any will do. */
  readonly designatedFacilities?: readonly string[];
  /** isAlwaysReimbursement 常に償還払い. */
  readonly alwaysReimbursement: boolean;
  /** maxCopaymentAmount, yen in a month. */
  readonly maxCopaymentYen?: number;
  /** copaymentLimitManageFormCode: 00 none, 54 and others for the scheme (receipt-system-interface.md §2.13). */
  readonly copaymentLimitForm?: string;
  readonly validFrom: CivilDate;
  /** Last day. */
  readonly validTo?: CivilDate;
  /** Non-disclosure flag, wider than DV: nothing reaches a facility (§10.4 row 8, A). */
  readonly withheld?: true;
  /** isDeleted. */
  readonly deleted?: true;
  /** Name of the municipality or prefecture that runs the scheme. */
  readonly body: string;
}
