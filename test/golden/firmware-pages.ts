import type { MutantOf } from "../../firmware-stubs/mutant.ts";
import { mutants } from "../../firmware-stubs/mutants/index.ts";
import { pcscMutants } from "../../firmware-stubs/pcsc-mutants/index.ts";
import { firmwareChecks } from "../../harness/firmware/checks/index.ts";
import { checkSets } from "../../harness/firmware/firmware-check.ts";
import { setTitles } from "../../harness/firmware/set-titles.ts";
import { page, table } from "./page.ts";

const all = [...mutants, ...pcscMutants];

const both = ({ ja, en }: { readonly ja: string; readonly en: string }): string => `${ja}<br>${en}`;

/** docs/catalogue/firmware-checks.md: the test plan, clause by clause. */
export function firmwareChecksPage(): string {
  const parts = checkSets.flatMap((set) => {
    const rows = firmwareChecks
      .filter((check) => check.set === set)
      .map(({ id, title, expected, clause, severity, needs }) => [
        id,
        both(title),
        both(expected),
        clause,
        severity,
        needs.filter((need) => need !== "ccid").join(", "),
        all
          .filter(({ caughtBy }) => caughtBy === id)
          .map((mutant) => mutant.id)
          .join(", "),
      ]);
    const head = ["id", "check", "the firmware must", "clause", "severity", "needs", "catches"];
    return rows.length === 0 ? [] : [`## ${set}: ${setTitles[set].en} (${setTitles[set].ja})`, table(head, rows)];
  });
  return page(
    "Firmware checks",
    "What `madoguchi firmware` judges. Numbers within the sets are ours; clauses name the standard and our notes on it. A check whose needs a reader does not declare, or a set-up does not reach, is listed as not applicable.",
    parts.join("\n\n"),
  );
}

const exceptions = ({ alsoCaughtBy = {} }: Pick<MutantOf<never>, "alsoCaughtBy">): string =>
  Object.entries(alsoCaughtBy)
    .map(([check, why]) => `${check}: ${why}`)
    .join("<br>") || "—";

/** docs/catalogue/kill-matrix.md: every mutant and the check that catches it. */
export function killMatrixPage(): string {
  const rows = all.map((mutant) => [
    mutant.id,
    mutant.layer,
    both(mutant.title),
    both(mutant.symptom),
    mutant.source,
    mutant.caughtBy,
    exceptions(mutant),
  ]);
  return page(
    "Kill matrix of the firmware suite",
    [
      `${all.length} mutants: the reference firmware, or a reader as PC/SC shows it, with one slip each. X numbers are defects of firmware-validation.md §9, seen in the wild or their neighbours; M numbers are ours, so that every check has a firmware it must fail.`,
      "Each is caught by its own check and by no other, but for the exceptions named. `test/harness/firmware/kill-matrix.test.ts` and `pc-kill-matrix.test.ts` run the whole suite against every mutant, and have canaries that show they can fail.",
    ].join("\n\n"),
    table(["id", "layer", "slip", "what one notices", "source", "caught by", "exceptions"], rows),
  );
}
