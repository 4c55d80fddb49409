import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { JudgedCheck, ScenarioRecord } from "../run-record.ts";
import { verdictNames } from "../verdict.ts";

/** What a finding means under the level its plan gave it: a failed `should` warns, an unproved `should` is left open. */
export type CheckOutcome = "pass" | "fail" | "inconc" | "warning" | "open";

/** Outcomes in words. */
export const outcomeNames: Readonly<Record<CheckOutcome, Bilingual>> = {
  pass: verdictNames.pass,
  fail: verdictNames.fail,
  inconc: verdictNames.inconc,
  warning: { ja: "注意", en: "warning" },
  open: { ja: "確認できず", en: "not seen" },
};

/** The outcome of a check. */
export function outcomeOf({ level, finding }: JudgedCheck): CheckOutcome {
  if (level === "must" || finding.verdict === "pass") return finding.verdict;
  return finding.verdict === "fail" ? "warning" : "open";
}

/** The checks that keep a scenario from passing. */
export function blockingChecks({ checks }: ScenarioRecord): readonly JudgedCheck[] {
  return checks.filter((judged) => ["fail", "inconc"].includes(outcomeOf(judged)));
}
