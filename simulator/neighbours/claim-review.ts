import type { Bilingual } from "../kernel/bilingual.ts";
import type { CivilDate } from "../kernel/civil-time.ts";
import { type InsuranceNumbers, insuranceNumbers } from "../population/insurance-numbers.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import type { Policy } from "../population/policy.ts";
import { AID_LAW } from "../population/recipient-number.ts";
import { claimTransfer, type TransferOutcome } from "../rules/claim-transfer.ts";
import { coversOn } from "../rules/coverage.ts";
import { BILLED, dayOwner } from "../rules/day-owner.ts";
import type { RuleRowId } from "../rules/index.ts";
import { shownRows } from "../rules/validity-by-card.ts";
import { hasKeys } from "../rules/validity-by-number.ts";
import { type CareDay, type Claim, type ClaimNotice, type ClaimPart, insuranceName } from "./claim.ts";

/** What the review made of a claim. */
export interface ReviewedClaim {
  readonly claim: Claim;
  /** Row of the rule that decided. */
  readonly row: RuleRowId;
  readonly outcome: TransferOutcome;
  /** What goes to which insurer; empty where the claim was returned. */
  readonly parts: readonly ClaimPart[];
  /** Undefined where there is nothing to tell. */
  readonly notice?: ClaimNotice;
}

/** What a notice says, by its division. */
export const divisionNames: Readonly<Record<ClaimNotice["division"], Bilingual>> = {
  transfer: { ja: "振替", en: "moved to another insurer" },
  split: { ja: "分割", en: "split between insurers" },
  "lost-as-billed": {
    ja: "資格喪失（レセプト記載の保険者への請求）",
    en: "eligibility lost, sent to the insurer on the claim",
  },
  "not-found": { ja: "資格喪失（新しい資格なし）", en: "eligibility lost, no new one found" },
  returned: { ja: "エラー（国保・福祉併用）", en: "returned: national insurance with local aid" },
};

/**
 * Reviews one claim against what is known of its patient on each day of care (eligibility-rules.md §9.2): a pure function,
 * so that the same claim and the same eligibilities always give the same parts. Points are never touched, nor is the
 * patient's share: the receipt system reckons it anew. `eligibilities` are those of the one patient found by the keys of
 * the claim; nobody's where nobody, or more than one, was found.
 */
export function reviewClaim(
  claim: Claim,
  eligibilities: readonly Eligibility[],
  rule: Policy["claimTransfer"],
): ReviewedClaim {
  const owners = claim.days.map(({ day }) => ownerOn(day, claim, eligibilities, rule));
  const { row, result: outcome } = claimTransfer.decide({
    rule,
    medium: claim.medium,
    unknownInsurer: claim.basis === "unknown",
    medicalAid: payersOf(claim).some((payer) => payer.startsWith(AID_LAW)),
    nationalWithLocalAid:
      isNational(claim) && claim.publicExpenses.some(({ payerNumber }) => /^[489]/.test(payerNumber)),
    publicExpense: claim.publicExpenses.length > 0,
    owners: owners.map((owner) => owner?.name),
  });
  const whole = [{ insurance: claim.insurance, days: claim.days }];
  switch (outcome) {
    case "out-of-scope":
    case "as-billed":
      return { claim, row, outcome, parts: whole };
    case "lost-as-billed":
    case "not-found":
      return { claim, row, outcome, parts: whole, notice: noticeOf(claim, outcome, whole) };
    case "returned":
      return { claim, row, outcome, parts: [], notice: noticeOf(claim, outcome, []) };
    default: {
      const parts = partsOf(claim, owners);
      return { claim, row, outcome, parts, notice: noticeOf(claim, outcome, parts) };
    }
  }
}

/** Whether a claim was made on an eligibility; its symbol does not count. */
export function isBilled(row: Eligibility, { insurerNumber, number, branch }: InsuranceNumbers): boolean {
  return hasKeys(row, { insurerNumber, symbol: undefined, number, branch });
}

/** Everything the insurers of this person registered, as far as it is known at an instant and not held back. */
export function knownRows(person: InsuredPerson, nowMs: number): readonly Eligibility[] {
  return shownRows(person).filter(({ registeredAtMs = nowMs }) => registeredAtMs <= nowMs);
}

interface Owner {
  /** {@link BILLED}, or the name of the insurance. */
  readonly name: string;
  readonly insurance: InsuranceNumbers;
}

function ownerOn(
  day: CivilDate,
  { insurance }: Claim,
  eligibilities: readonly Eligibility[],
  rule: Policy["claimTransfer"],
): Owner | undefined {
  const valid = eligibilities.filter((row) => coversOn(row, day));
  const owners = new Map(
    valid.map((row): readonly [string, Owner] => {
      const own = isBilled(row, insurance) ? insurance : insuranceNumbers(row);
      const name = own === insurance ? BILLED : insuranceName(own);
      return [name, { name, insurance: own }];
    }),
  );
  const latest = valid.toSorted(lastIssued)[0];
  const { result } = dayOwner.decide({
    rule: rule === "latest-issued" ? rule : "billed-if-valid",
    billedValid: owners.has(BILLED),
    others: [...owners.keys()].filter((name) => name !== BILLED),
    ...(latest === undefined
      ? {}
      : { latestIssued: isBilled(latest, insurance) ? BILLED : insuranceName(insuranceNumbers(latest)) }),
  });
  return result === undefined ? undefined : owners.get(result);
}

/** Last issued first; a row without a day of issue counts from its acquisition. */
function lastIssued(a: Eligibility, b: Eligibility): number {
  const [first, second] = [a.issued ?? a.acquired, b.issued ?? b.acquired];
  return first === second ? 0 : first < second ? 1 : -1;
}

/** The days of each owner, owners in the order of their first day. */
function partsOf({ days }: Claim, owners: readonly (Owner | undefined)[]): readonly ClaimPart[] {
  const parts = new Map<string, { readonly insurance: InsuranceNumbers; readonly days: CareDay[] }>();
  for (const [index, day] of days.entries()) {
    const owner = owners[index];
    if (owner === undefined) continue; // the rule moved nothing where a day is nobody's
    const part = parts.get(owner.name) ?? { insurance: owner.insurance, days: [] };
    part.days.push(day);
    parts.set(owner.name, part);
  }
  return [...parts.values()];
}

function noticeOf(claim: Claim, division: ClaimNotice["division"], parts: readonly ClaimPart[]): ClaimNotice {
  const { id, facility, month, patient, insurance } = claim;
  return { claim: id, facility, month, patient, division, wording: divisionNames[division], billed: insurance, parts };
}

function payersOf({ insurance, publicExpenses }: Claim): readonly string[] {
  return [insurance.insurerNumber, ...publicExpenses.map(({ payerNumber }) => payerNumber)];
}

/** 国保 has six digits after two blanks. */
function isNational({ insurance }: Claim): boolean {
  return /^ *\d{6}$/.test(insurance.insurerNumber);
}
