import type { CivilDate } from "../../simulator/kernel/civil-time.ts";
import type { Claim, ClaimPublicExpense } from "../../simulator/neighbours/claim.ts";
import type { ContributionRatio } from "../../simulator/population/limit-class.ts";
import type { DeclarationItem } from "../../simulator/rules/declaration.ts";
import type { ShareData } from "../../simulator/rules/share-data.ts";
import type { InquiryKeys } from "./subject.ts";

/** Care given at a visit. */
export interface CareEntry {
  readonly visit: string;
  readonly chart: string;
  readonly on: CivilDate;
  readonly points: number;
  /** The patient's share before any cap. */
  readonly shareYen: number;
  /** Insurance the chart held when the care was given. */
  readonly onFile: InquiryKeys | undefined;
  readonly publicExpenses: readonly ClaimPublicExpense[];
  /** 特記事項 of the limit class, where limit data came. */
  readonly note: string | undefined;
}

/** A patient's month at the counter so far. */
export interface MonthAccount {
  costYen: number;
  paidYen: number;
}

/** A declaration 被保険者資格申立書 that counts. */
export interface Declaration {
  readonly items: Readonly<Partial<Record<DeclarationItem | "workplace", string>>>;
  /** The share the patient states. */
  readonly ratio?: ContributionRatio;
  /** Taken in a disaster. */
  readonly disaster: boolean;
}

/** What a receipt system keeps to charge and to claim. */
export class BillingBook {
  /** Limit and ratio of the answer a visit was confirmed with. */
  readonly share = new Map<string, ShareData>();
  readonly care: CareEntry[] = [];
  /** Visits at which a proof stood in for an answer. */
  readonly proved = new Set<string>();
  /** Visits with a declaration that counts. */
  readonly declared = new Map<string, Declaration>();
  /** Claims by id, with their charts and the care that stands on them. */
  readonly claims = new Map<
    string,
    { readonly claim: Claim; readonly chart: string; readonly entries: readonly CareEntry[] }
  >();
  readonly #months = new Map<string, MonthAccount>();
  readonly #claimed = new Set<CareEntry>();

  /** The account of a chart's month, of one kind of care: outpatient or inpatient, and that for a specific disease by itself. */
  month(chart: string, month: string, kind: string): MonthAccount {
    const key = `${chart}/${month}/${kind}`;
    const account = this.#months.get(key) ?? { costYen: 0, paidYen: 0 };
    this.#months.set(key, account);
    return account;
  }

  /** Care of a month, `yyyymm`, that stands on no claim yet. */
  unclaimed(month: string): readonly CareEntry[] {
    return this.care.filter((entry) => entry.on.startsWith(month) && !this.#claimed.has(entry));
  }

  /** These stand on a claim now. */
  claim(id: string, chart: string, claim: Claim, entries: readonly CareEntry[]): void {
    this.claims.set(id, { claim, chart, entries });
    for (const entry of entries) this.#claimed.add(entry);
  }
}
