import type { CivilDate } from "../../simulator/kernel/civil-time.ts";
import type { Decisions } from "./decisions.ts";
import type { Proof, Standing } from "./subject.ts";
import type { Visit } from "./visit.ts";

/** Where a visit stands, and on what. */
export interface Settlement {
  readonly standing: Standing;
  readonly basis: "online" | Proof;
}

/** What the counter makes of a visit when the patient leaves it (eligibility-rules.md §3.7, §8). */
export function settle(visit: Visit, proof: Proof, decisions: Decisions, today: CivilDate): Settlement {
  if (proof === "old-card") return { standing: oldCard(visit, decisions, today), basis: proof };
  if (visit.billable) return { standing: "confirmed", basis: "online" };
  const silent = !visit.answered && visit.keys !== undefined && proof === "none";
  return { standing: silent ? decisions.onSilence() : "unconfirmed", basis: proof };
}

/** Old insurance cards by date: good, good only with an online answer, no longer good (eligibility-rules.md §8 P6). */
function oldCard(visit: Visit, decisions: Decisions, today: CivilDate): Standing {
  const rule = decisions.oldCardRule(today);
  if (rule === "normal") return "confirmed";
  return rule === "with-inquiry" && visit.billable ? "provisional" : "refused";
}
