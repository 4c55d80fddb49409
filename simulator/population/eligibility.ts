import type { CivilDate } from "../kernel/civil-time.ts";
import type { ContributionRatio, LimitClassification, LimitFlag } from "./limit-class.ts";

/** Dates a certificate may carry; `validUntil` is its last day. */
export interface CertificateDates {
  readonly issued?: CivilDate;
  readonly validFrom?: CivilDate;
  readonly validUntil?: CivilDate;
}

/** 高齢受給者証, 70 to 74 (receipt-system-interface.md §2.4 row 26). */
export interface ElderlyCertificate extends CertificateDates {
  readonly ratio: ContributionRatio;
}

/** 限度額適用認定証関連情報 (row 29). */
export interface LimitCertificate extends CertificateDates {
  readonly classification: LimitClassification;
  readonly flag: LimitFlag;
}

/** 特定疾病療養受療証 (row 32.1). */
export interface DiseaseCertificate extends CertificateDates {
  /** OQSCD013: 1 dialysis, 2 clotting factor, 3 HIV by blood product. */
  readonly category: "1" | "2" | "3";
  /** Limit of the patient's own payment in a month, yen. */
  readonly selfPay?: string;
}

/** One insurance of a person as the insurer registered it (receipt-system-interface.md §2.4). */
export interface Eligibility extends CertificateDates {
  /** 被保険者証区分, OQSCD010; `01` ordinary. */
  readonly cardClassification: string;
  /** Eight digits, or two blanks and six digits. */
  readonly insurerNumber: string;
  readonly insurerName: string;
  readonly symbol?: string;
  readonly number: string;
  readonly branch?: string;
  /** 1 本人, 2 家族; not for late-elderly. */
  readonly personalFamily?: "1" | "2";
  /** 被保険者氏名, of national insurance the head of the household 世帯主. */
  readonly insuredName?: string;
  readonly acquired: CivilDate;
  /** The first day not covered any more (eligibility-rules.md §3.1). */
  readonly lost?: CivilDate;
  /** OQSCD008. */
  readonly reasonOfLoss?: string;
  /** Late-elderly only. */
  readonly contributionRatio?: ContributionRatio;
  readonly preschool?: "1";
  readonly elderly?: ElderlyCertificate;
  readonly limit?: LimitCertificate;
  readonly diseases?: readonly DiseaseCertificate[];
  /** Instant at which the centre learned of the row; always known when left out. */
  readonly registeredAtMs?: number;
  /** Held back by the J-LIS comparison until the insurer confirms it (eligibility-rules.md §15.4). */
  readonly held?: true;
}
