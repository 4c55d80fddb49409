import { catalogue } from "../../harness/catalogue.ts";
import type { Scenario } from "../../harness/scenario.ts";
import type { AnyDecisionTable, AnyRuleRow } from "../../simulator/rules/decision-table.ts";
import { ruleTables } from "../../simulator/rules/index.ts";
import { page, table } from "./page.ts";

const CONFIDENCE = "H official or two sources, M one good source, L weak, A our assumption";

/** docs/catalogue/rules.md: rule → vectors → scenarios. */
export function rulesPage(): string {
  const tables: readonly AnyDecisionTable[] = ruleTables;
  const parts = tables.map(
    ({ id, title, source, requires, rows }) =>
      `## ${id}: ${title.ja} / ${title.en}\n\n${source}${requires.length === 0 ? "" : `; requirements ${requires.join(", ")}`}\n\n${table(
        ["row", "condition", "outcome", "confidence", "vectors", "scenarios"],
        rows.map(cells),
      )}`,
  );
  return page(
    "Rules",
    `Decision tables of the centre, its neighbours and the counter. The first row that matches decides; every row carries the vectors that prove it. Confidence: ${CONFIDENCE}.`,
    parts.join("\n"),
  );
}

function cells({ id, condition, outcome, confidence, vectors }: AnyRuleRow): readonly string[] {
  return [
    id,
    `${condition.ja}<br>${condition.en}`,
    `${outcome.ja}<br>${outcome.en}`,
    confidence,
    vectors.map(({ title }) => title).join("<br>"),
    scenariosShowing(id).join(", ") || "—",
  ];
}

function scenariosShowing(row: string): readonly string[] {
  return catalogue.scenarios
    .filter((scenario: Scenario) => scenario.rules?.some((shown) => shown === row))
    .map(({ id }) => id);
}
