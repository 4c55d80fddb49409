import type { Report, RunRecord } from "../../run-record.ts";
import { NOT_APPLICABLE, word } from "../words.ts";
import { both } from "./bits.ts";
import { type Markup, markup } from "./markup.ts";
import { cover, scenarioTable } from "./overview.ts";
import { htmlPage } from "./page.ts";
import { scenarioSection } from "./scenario.ts";

/** The run as one page. */
export const htmlReport: Report = {
  format: "html",
  title: { ja: "HTML（閲覧・印刷用）", en: "HTML (to read and print)" },
  extension: "html",
  render: (run, language) =>
    htmlPage(
      {
        heading: word(run, "title"),
        title: `${word(run, "title")[language]} – ${run.subject.title[language]}`,
        body: markup`<main>
${cover(run)}
${run.scenarios.length === 0 ? undefined : results(run)}${notApplicable(run)}</main>`,
        footer: markup`${both(word(run, "madeUp"))} ${run.product}`,
      },
      language,
    ),
};

function results(run: RunRecord): Markup {
  return markup`<section aria-labelledby="scenarios"><h2 id="scenarios">${both(word(run, "scenarios"))}</h2>
${scenarioTable(run)}</section>
<section aria-labelledby="details"><h2 id="details">${both(word(run, "details"))}</h2>
<p class="note">${both(word(run, "howToRead"))}</p>
${run.scenarios.map((scenario) => scenarioSection(scenario, run))}</section>
`;
}

/** What was not judged, and what it would have needed: a clause that was not tested is listed, never forgotten. */
function notApplicable({ firmware }: RunRecord): Markup | undefined {
  if (firmware === undefined || firmware.notApplicable.length === 0) return undefined;
  const rows = firmware.notApplicable.map(
    ({ id, title, missing }) =>
      markup`<tr role="row"><td role="cell" class="id">${id}</td><td role="cell" class="title">${both(title)}</td><td role="cell"><code>${missing.join(", ")}</code></td></tr>\n`,
  );
  return markup`<section aria-labelledby="open"><h2 id="open">${both(NOT_APPLICABLE)}</h2>
<table role="table"><tbody role="rowgroup">
${rows}</tbody></table>
</section>
`;
}
