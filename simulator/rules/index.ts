import { coverage } from "./coverage.ts";
import type { AnyDecisionTable } from "./decision-table.ts";

/** Every decision table. One line a table; docs/catalogue/rules.md is made from it. */
export const ruleTables = [coverage] as const satisfies readonly AnyDecisionTable[];

/** Id of a row of a decision table, `3.2/7`. */
export type RuleRowId = (typeof ruleTables)[number]["rows"][number]["id"];
