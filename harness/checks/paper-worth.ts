import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Crossing, Trace } from "../../simulator/kernel/trace.ts";
import { policyAt } from "../../simulator/population/policy.ts";
import { oldCard } from "../../simulator/rules/old-card.ts";
import { answeredValid } from "./reading.ts";

/** Papers that bound what a valid answer by their number is worth; checks of their own judge them (eligibility-rules.md §8 P5 to P7). */
const BOUNDED: ReadonlySet<string> = new Set(["old-card", "notice", "consultation-card"]);

/** Whether what was shown bounds what a valid answer is worth. */
export const isBounded = (shown: string | undefined): boolean => BOUNDED.has(shown ?? "");

/**
 * What the paper shown at a `settle` step is worth where that depends on the day: the old card, and the notice of eligibility
 * without the card (eligibility-rules.md §8 P5, P6). Undefined for any other.
 */
export function paperWorth(trace: Trace, { message, atMs }: Crossing<"scenario.step">, before: number) {
  const { visit, proof } = message;
  if (proof !== "old-card" && proof !== "notice") return undefined;
  const rule = policyAt(dateAt(atMs)).oldInsuranceCard;
  return oldCard.decide({ paper: proof, rule, inquiryValid: answeredValid(trace, visit, before) }).result;
}
