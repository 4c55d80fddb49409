import { readCivilDate } from "../simulator/kernel/civil-time.ts";
import { MisuseError } from "../simulator/kernel/errors.ts";
import { policyAt } from "../simulator/population/policy.ts";
import type { Scenario } from "./scenario.ts";

/**
 * A scenario at another policy date: people, certificates and every dated rule follow (requirements.md X-02). A day that does
 * not exist, or before the online check began, is a MisuseError. The same date gives the same scenario.
 */
export function scenarioAt(scenario: Scenario, written: string): Scenario {
  const date = readCivilDate(written);
  if (date === undefined) throw new MisuseError("policyDate", `${written} is no day of the calendar; write yyyy-mm-dd`);
  policyAt(date);
  return { ...scenario, policyDate: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` };
}
