import { endOfMonth } from "../../simulator/kernel/civil-time.ts";
import type { Claim } from "../../simulator/neighbours/claim.ts";
import { type InsuranceNumbers, insuranceNumbers } from "../../simulator/population/insurance-numbers.ts";
import { policyAt } from "../../simulator/population/policy.ts";
import type { UnknownCase } from "../../simulator/rules/unknown-numbers.ts";
import type { CareEntry, Declaration } from "./billing-book.ts";
import type { Office } from "./features/feature.ts";
import { billedData } from "./features/printed-data.ts";

/** What a care entry is billed on. */
export interface Billing {
  readonly basis: Claim["basis"];
  readonly insurance: InsuranceNumbers;
  readonly remarks: readonly string[];
}

/** Valid aid with a ticket and no insurance beside it: the aid is billed alone (§13.3 単独). */
function aidOf(visit: string, { expenses }: Office): InsuranceNumbers | undefined {
  const { aid } = expenses.ofVisit(visit);
  return aid && { insurerNumber: aid.payerNumber, number: aid.recipientNumber };
}

/** Which eligibility a visit's care is billed on; undefined while it has to wait for a declaration. */
export function billingOf(entry: CareEntry, office: Office): Billing | undefined {
  const { billing, decisions } = office;
  const visit = office.visit(entry.visit);
  const proved = billing.proved.has(visit.id) ? visit.keys : undefined;
  const online = visit.billable ? billedData(visit.id, office) : undefined;
  const current = online?.insurance ?? proved ?? aidOf(visit.id, office);
  const declared = billing.declared.get(visit.id);
  const { unknownClaims } = policyAt(endOfMonth(entry.on));
  const basis = decisions.billsOn({
    current: current !== undefined,
    past: entry.onFile !== undefined,
    declared: declared !== undefined,
    unknownClaims,
  });
  switch (basis) {
    case "hold":
      return undefined;
    case "unknown":
      return { basis, insurance: decisions.unknownNumbers(unknownCase(declared)), remarks: remarksOf(declared) };
    default: {
      const keys = basis === "current" ? current : entry.onFile;
      return keys && { basis, insurance: insuranceNumbers(keys), remarks: reasonOf(basis, online?.reason) };
    }
  }
}

/** The reference receipt system can enter a number with a wrong check digit. */
function unknownCase(declared: Declaration | undefined): UnknownCase {
  return { disaster: declared?.disaster === true, entersWrongCheckDigit: true };
}

/** 摘要 of an unknown claim: 不詳, address, workplace, contact (eligibility-rules.md §9.1). */
function remarksOf(declared: Declaration | undefined): readonly string[] {
  const { address = "", workplace = "", contact = "" } = declared?.items ?? {};
  return ["不詳", `住所 ${address}`, `事業所 ${workplace}`, `連絡先 ${contact}`];
}

/** A claim on the print carries why, one on a past eligibility that it is one (requirements.md C18, C63). */
function reasonOf(basis: "current" | "past", reason: string | undefined): readonly string[] {
  if (basis === "past") return ["過去の資格による請求"];
  return reason === undefined ? [] : [`券面の情報による請求（${reason}）`];
}
