import { catalogue } from "../../harness/catalogue.ts";
import { centreRequirements, uncited } from "../../harness/centre-requirements.ts";
import { requirements } from "../../harness/requirement.ts";
import type { AnyDecisionTable } from "../../simulator/rules/decision-table.ts";
import { ruleTables } from "../../simulator/rules/index.ts";
import { page, table } from "./page.ts";

interface Citing {
  readonly id: string;
  readonly requires: readonly string[];
}

const tables: readonly AnyDecisionTable[] = ruleTables;

const citing = (id: string, all: readonly Citing[]): readonly string[] =>
  all.filter(({ requires }) => requires.includes(id)).map((entry) => entry.id);

/** Rules, checks and scenarios that cite a requirement. */
export function citationsOf(id: string): {
  readonly rules: readonly string[];
  readonly checks: readonly string[];
  readonly scenarios: readonly string[];
} {
  return {
    rules: citing(id, tables),
    checks: citing(id, catalogue.checks),
    scenarios: citing(id, catalogue.scenarios),
  };
}

/** docs/catalogue/centre-requirements.md: every row of the requirements that names the centre or a neighbour. */
export function centreRequirementsPage(): string {
  const rows = (Object.keys(centreRequirements) as (keyof typeof centreRequirements)[]).map((id) => {
    const { rules, checks, scenarios } = citationsOf(id);
    const cited = rules.length + checks.length + scenarios.length > 0;
    return [
      id,
      centreRequirements[id].join(", "),
      requirements[id],
      rules.join("<br>") || "—",
      checks.join("<br>") || "—",
      scenarios.join(", ") || "—",
      cited ? "" : (uncited[id] ?? "a gap to close"),
    ];
  });
  return page(
    "Requirements of the centre and its neighbours",
    "Rows that name CENT, MA, PMH, INS, CLM or CALL: which rule, check or scenario cites each, or why none does.",
    table(["id", "parts", "requirement", "rules", "checks", "scenarios", "why not"], rows),
  );
}
