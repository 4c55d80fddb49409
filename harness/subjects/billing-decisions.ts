import {
  type BilledEligibility,
  type BillingCase,
  billedEligibility,
} from "../../simulator/rules/billed-eligibility.ts";
import { fallbackProof, type ProofCase, type ProofRuling } from "../../simulator/rules/fallback-proof.ts";
import { type MonthCase, monthRule } from "../../simulator/rules/month-rule.ts";
import { type CounterCap, counterCap, type MonthOfCare } from "../../simulator/rules/patient-share.ts";
import type { ShareData } from "../../simulator/rules/share-data.ts";
import { type UnknownCase, type UnknownNumbers, unknownNumbers } from "../../simulator/rules/unknown-numbers.ts";
import type { Proof } from "./subject.ts";

/**
 * The decisions about charge, proof and claim in which receipt systems go wrong, part of {@link Decisions}. A broken subject
 * differs from the reference in one of them.
 */
export interface BillingDecisions {
  /** The cap of a month's care; none while ratio and class contradict each other (eligibility-rules.md §4.2 to §4.4). */
  counterCap(data: ShareData, month: MonthOfCare): CounterCap;
  /** What is asked without an answer; `proved`: something was shown that stands in for it (requirements.md R3-37: the share). */
  askedUnanswered(care: { readonly costYen: number; readonly share: number }, proved: boolean): number;
  /** What a proof is worth without an online answer (§8). */
  proofRuling(given: ProofCase): ProofRuling;
  /** Whether what was shown bounds what a valid answer by its number is worth (§8 P5 to P7). */
  limitsAnswer(shown: Proof): boolean;
  /** Whether a visit with a consultation card alone is properly confirmed (§14 month rule). */
  monthRule(given: MonthCase): "accepted" | "refused";
  /** Which eligibility goes on a claim (§9.1). */
  billsOn(given: BillingCase): BilledEligibility;
  /** What stands on an unknown claim (§9.1). */
  unknownNumbers(given: UnknownCase): UnknownNumbers;
  /** Whether notices of the review body are worked into the records (§9.2). */
  readonly takesNotices: boolean;
  /** Whether the stored insurance is given up although the claim stays with it (§9.2 row 3). */
  readonly dropsBilled: boolean;
  /** Whether something that somebody must do is kept as a task. */
  readonly opensTasks: boolean;
}

/** What a careful receipt system decides. */
export const carefulBilling: BillingDecisions = {
  counterCap,
  askedUnanswered: ({ share }) => share,
  proofRuling: (given) => fallbackProof.decide(given).result,
  limitsAnswer: (shown) => shown === "old-card" || shown === "notice" || shown === "consultation-card",
  monthRule: (given) => monthRule.decide(given).result,
  billsOn: (given) => billedEligibility.decide(given).result,
  unknownNumbers: (given) => unknownNumbers.decide(given).result,
  takesNotices: true,
  dropsBilled: false,
  opensTasks: true,
};
