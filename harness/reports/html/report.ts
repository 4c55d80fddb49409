import { createHash } from "node:crypto";
import type { Language } from "../../../simulator/kernel/bilingual.ts";
import type { Report, RunRecord } from "../../run-record.ts";
import { NOT_APPLICABLE, word } from "../words.ts";
import { both } from "./bits.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { cover, scenarioTable } from "./overview.ts";
import { scenarioSection } from "./scenario.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** One page that needs nothing else: opened from a folder or a mail, printed, kept. Both languages are in it. */
export const htmlReport: Report = {
  format: "html",
  title: { ja: "HTML（閲覧・印刷用）", en: "HTML (to read and print)" },
  extension: "html",
  render: (run, language) => page(run, language).toString(),
};

/** A second lock behind the escaping: the browser runs and loads nothing but the script and style written here. */
const policy = `default-src 'none'; script-src ${digest(SCRIPT)}; style-src ${digest(STYLE)}; base-uri 'none'; form-action 'none'`;

function digest(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}

function page(run: RunRecord, language: Language): Markup {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${word(run, "title")[language]} – ${run.subject.title[language]}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header class="top">
<h1>${both(word(run, "title"))}</h1>
<div class="languages" role="group" aria-label="言語 / Language" hidden>
<button type="button" data-language="ja" lang="ja" aria-pressed="${String(language === "ja")}">日本語</button>
<button type="button" data-language="en" lang="en" aria-pressed="${String(language === "en")}">English</button>
</div>
</header>
<main>
${cover(run)}
${run.scenarios.length === 0 ? undefined : results(run)}${notApplicable(run)}</main>
<footer>${both(word(run, "madeUp"))} ${run.product}</footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
}

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
