import type { Bilingual } from "../kernel/bilingual.ts";
import type { CivilDate } from "../kernel/civil-time.ts";
import type { InsuranceNumbers } from "../population/insurance-numbers.ts";
import type { BilledEligibility } from "../rules/billed-eligibility.ts";

/** A public expense on a claim. */
export interface ClaimPublicExpense {
  /** Eight digits, the first two are the law 法別. */
  readonly payerNumber: string;
  readonly recipientNumber: string;
}

/** One day of care. */
export interface CareDay {
  readonly day: CivilDate;
  /** Ten yen each. */
  readonly points: number;
}

/**
 * A claim of one patient, month and insurance. The model is ours: the real file (レセ電) is no part of the online check, so
 * only what transfer and split look at is here (eligibility-rules.md §9).
 */
export interface Claim {
  readonly id: string;
  /** Ten digits. */
  readonly facility: string;
  /** Month of care, `yyyymm`. */
  readonly month: string;
  readonly patient: { readonly name: string; readonly birthdate: CivilDate };
  readonly basis: Exclude<BilledEligibility, "hold">;
  readonly insurance: InsuranceNumbers;
  readonly publicExpenses: readonly ClaimPublicExpense[];
  readonly medium: "online" | "electronic" | "paper";
  /** Each day once, ascending. */
  readonly days: readonly CareDay[];
  /** 特記事項. */
  readonly notes: readonly string[];
  /** 摘要: of an unknown claim 不詳, address, workplace and contact. */
  readonly remarks: readonly string[];
}

/** One claim a reviewed claim became. */
export interface ClaimPart {
  readonly insurance: InsuranceNumbers;
  readonly days: readonly CareDay[];
}

/** 処理区分 of a notice; names are ours but for those quoted in eligibility-rules.md §9.2. */
export type NoticeDivision = "transfer" | "split" | "lost-as-billed" | "not-found" | "returned";

/** 資格確認結果連絡書 for one claim. */
export interface ClaimNotice {
  readonly claim: string;
  readonly facility: string;
  readonly month: string;
  readonly patient: Claim["patient"];
  readonly division: NoticeDivision;
  /** 処理区分 in words. */
  readonly wording: Bilingual;
  readonly billed: InsuranceNumbers;
  /** What was sent to which insurer; the billed one alone where nothing was moved. */
  readonly parts: readonly ClaimPart[];
}

/** Points of some days. */
export function pointsOf(days: readonly CareDay[]): number {
  return days.reduce((sum, { points }) => sum + points, 0);
}

/** Names an insurance among others: claims of one name are for one insurance. */
export function insuranceName({ insurerNumber, symbol = "", number, branch = "" }: InsuranceNumbers): string {
  return `${insurerNumber}/${symbol}/${number}/${branch}`;
}
