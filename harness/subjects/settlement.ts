import type { CivilDate } from "../../simulator/kernel/civil-time.ts";
import { policyAt } from "../../simulator/population/policy.ts";
import { oldCard } from "../../simulator/rules/old-card.ts";
import type { Decisions } from "./decisions.ts";
import type { Proof, Standing } from "./subject.ts";
import type { Visit } from "./visit.ts";

/** Where a visit stands, and on what. */
export interface Settlement {
  readonly standing: Standing;
  readonly basis: "online" | Proof;
}

/**
 * What the counter makes of a visit when the patient leaves it (eligibility-rules.md §3.7, §8). `provedThisMonth`: a card check
 * or a proof at an earlier visit of the calendar month (§14 month rule).
 */
export function settle(
  visit: Visit,
  proof: Proof,
  decisions: Decisions,
  today: CivilDate,
  provedThisMonth = false,
): Settlement {
  if (visit.billable && !decisions.limitsAnswer(proof)) return { standing: "confirmed", basis: "online" };
  if (proof === "old-card" || proof === "notice") {
    const given = { paper: proof, rule: decisions.oldCardRule(today), inquiryValid: visit.billable };
    return { standing: oldCard.decide(given).result, basis: proof };
  }
  if (proof === "consultation-card") {
    const tolerance = policyAt(today).storedNumberTolerance;
    const ruling = decisions.monthRule({ tolerance, provedThisMonth, inquiryValid: visit.billable });
    return { standing: ruling === "accepted" ? "confirmed" : "refused", basis: proof };
  }
  if (proof === "office-phone" && visit.aidByPhone) return { standing: "provisional", basis: proof };
  const silent = !visit.answered && visit.keys !== undefined && proof === "none";
  return { standing: silent ? decisions.onSilence() : decisions.onNoValidAnswer(proof), basis: proof };
}
