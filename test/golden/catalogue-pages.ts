import { catalogue } from "../../harness/catalogue.ts";
import { uncited } from "../../harness/centre-requirements.ts";
import { requirements } from "../../harness/requirement.ts";
import type { Scenario } from "../../harness/scenario.ts";
import type { BuiltInSubject } from "../../harness/subjects/declare.ts";
import { cards } from "./card-page.ts";
import { centreRequirementsPage, citationsOf } from "./centre-requirements-page.ts";
import { deskPage } from "./desk-page.ts";
import { firmwareChecksPage, killMatrixPage } from "./firmware-pages.ts";
import { page, table } from "./page.ts";
import { readers } from "./reader-page.ts";
import { rulesPage } from "./rules-page.ts";

function scenarios(): string {
  const rows = catalogue.scenarios.map((entry) => {
    const { id, title, policyDate, faults, checks }: Scenario = entry;
    return [
      id,
      `${title.ja}<br>${title.en}`,
      policyDate,
      faults.map(({ fault }) => fault).join(", "),
      checks.map(({ check, level }) => (level === "must" ? check : `(${check})`)).join("<br>"),
    ];
  });
  return page(
    "Scenarios",
    "Numbered as in the requirements: C certifies a receipt system, F tests a reader. Checks in brackets only warn.",
    table(["id", "title", "first day", "armed at the start", "checks"], rows),
  );
}

function faults(): string {
  const rows = catalogue.faults.map(({ id, title, pco, defaults, shows }) => [
    id,
    `${title.ja}<br>${title.en}`,
    pco,
    `\`${JSON.stringify(defaults)}\``,
    shows,
  ]);
  return page(
    "Faults",
    "Each is an interceptor on one point of control and observation. `shows` names a run that it marks.",
    table(["id", "title", "PCO", "parameters and defaults", "shows"], rows),
  );
}

function checks(): string {
  const rows = catalogue.checks.map(({ id, title, expected, clause, passes, bites }) => [
    id,
    `${title.ja}<br>${title.en}`,
    `${expected.ja}<br>${expected.en}`,
    clause,
    passes.join(", "),
    bites.join(", "),
  ]);
  return page(
    "Checks",
    "Each reads the trace and nothing else; it passes the first runs and must fail the second.",
    table(["id", "title", "expectation", "clause", "passes", "bites"], rows),
  );
}

function failuresOf(broken: readonly BuiltInSubject[]): string {
  const rows = broken.map(({ id, title, fails }) => [
    id,
    `${title.ja}<br>${title.en}`,
    Object.entries(fails)
      .map(([scenario, failed]) => `${scenario}: ${failed.join(", ")}`)
      .join("<br>"),
  ]);
  return table(["id", "title", "fails"], rows);
}

function subjects(): string {
  return page(
    "Receipt systems",
    "The reference passes everything. Each broken one has one defect and fails exactly what stands here: the kill matrix.",
    failuresOf(catalogue.subjects),
  );
}

function brokenReaders(): string {
  return page(
    "Broken readers",
    "The careful reader passes every F scenario. Each of these has one slip in its software and fails exactly what stands here.",
    failuresOf(catalogue.brokenReaders),
  );
}

function coverage(): string {
  const rows = (Object.keys(requirements) as (keyof typeof requirements)[]).map((id) => {
    const { rules, checks, scenarios } = citationsOf(id);
    return [
      id,
      requirements[id],
      rules.join("<br>") || "—",
      checks.join("<br>") || "—",
      scenarios.join(", ") || "—",
      uncited[id] ?? "",
    ];
  });
  return page(
    "Requirements",
    "Which rule and which check cites a requirement, and which scenario shows it. A dash: none does, because the others are enough; where nothing does, the last column says why.",
    table(["id", "requirement", "rules", "checks", "scenarios", "why not"], rows),
  );
}

/** The generated pages of docs/catalogue, by file name. */
export const cataloguePages: Readonly<Record<string, () => string>> = {
  "scenarios.md": scenarios,
  "faults.md": faults,
  "checks.md": checks,
  "receipt-systems.md": subjects,
  "broken-readers.md": brokenReaders,
  "requirements.md": coverage,
  "cards.md": cards,
  "readers.md": readers,
  "firmware-checks.md": firmwareChecksPage,
  "kill-matrix.md": killMatrixPage,
  "desk.md": deskPage,
  "rules.md": rulesPage,
  "centre-requirements.md": centreRequirementsPage,
};
