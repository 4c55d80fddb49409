import type { ProfileFile, RunRecord, ScenarioRecord } from "../../run-record.ts";
import { outcomeOf } from "../check-outcome.ts";
import { reservations, tallyOf } from "../tally.ts";
import { modeName, word, words } from "../words.ts";
import { anchor, both, type Fact, factList, outcomeBadge, verdictBadge } from "./bits.ts";
import { type Markup, markup } from "./markup.ts";
import { checkAnchor } from "./scenario.ts";

/** The cover: verdict, what to know before believing it, counts, and what was run. */
export function cover(run: RunRecord): Markup {
  const notes = reservations(run);
  return markup`<section class="cover" aria-labelledby="verdict">
<div class="verdict ${run.verdict}"><h2 id="verdict">${both(words.verdict)}</h2>${verdictBadge(run.verdict)}</div>
<p class="note">${both(words.noApproval)}</p>
${notes.length === 0 ? undefined : markup`<div class="banner" role="note">${notes.map((note) => markup`<p>${both(note)}</p>`)}</div>`}
${factList("counts", counts(run))}${factList("facts", particulars(run))}</section>
`;
}

function counts(run: RunRecord): readonly Fact[] {
  const { planned, byVerdict, warnings } = tallyOf(run);
  const of = (count: number): Markup => markup`<strong>${count}</strong> / ${planned}`;
  return [
    { label: words.passed, content: of(byVerdict.pass) },
    { label: words.failed, content: of(byVerdict.fail) },
    { label: words.inconclusive, content: of(byVerdict.inconc + byVerdict.none) },
    { label: words.defect, content: of(byVerdict.error) },
    { label: words.warnings, content: markup`<strong>${warnings}</strong>` },
  ];
}

function particulars(run: RunRecord): readonly Fact[] {
  const { subject, product, profile, seed, digest } = run;
  return [
    { label: words.subject, content: markup`${both(subject.title)} <code>${subject.id}</code>` },
    { label: words.mode, content: both(modeName(run)) },
    { label: words.product, content: product },
    { label: words.seed, content: seed ?? both(words.ownSeeds) },
    ...(profile === undefined ? [] : [profileFact(profile)]),
    { label: words.digest, content: markup`<code>sha256:${digest}</code>`, wide: true },
  ];
}

const profileFact = ({ name, sha256 }: ProfileFile): Fact => ({
  label: words.profile,
  content: markup`${name} <code>sha256:${sha256}</code>`,
  wide: true,
});

/** The table of scenarios; on small screens its rows become cards. Roles are written out because `display: block` drops them. */
export function scenarioTable(run: RunRecord): Markup {
  const heads = [word(run, "scenario"), words.verdict, ...(hasStory(run) ? STORY : []), words.warnings];
  return markup`<table role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">ID</th>${heads.map((head) => markup`<th role="columnheader" scope="col">${both(head)}</th>`)}</tr></thead>
<tbody role="rowgroup">
${run.scenarios.map((scenario) => tableRow(scenario, run))}</tbody>
</table>
`;
}

/** Scenarios happen on a day and something goes wrong; sets of the test plan have neither. */
const hasStory = ({ firmware }: RunRecord): boolean => firmware === undefined;
const STORY = [words.policyDate, words.faults];

function tableRow(scenario: ScenarioRecord, run: RunRecord): Markup {
  const { id, title, verdict, policyDate, faults, warnings } = scenario;
  const injected =
    faults.length === 0 ? "–" : markup`<ul>${faults.map((fault) => markup`<li>${both(fault.title)}</li>`)}</ul>`;
  const story = markup`<td role="cell">${label(words.policyDate)}<span class="date">${policyDate}</span></td>
<td role="cell">${label(words.faults)}${injected}</td>
`;
  return markup`<tr role="row"><td role="cell" class="id"><a href="#${anchor(id)}">${id}</a></td>
<td role="cell" class="title"><a href="#${anchor(id)}">${both(title)}</a>${flagged(scenario)}</td>
<td role="cell" class="state">${verdictBadge(verdict)}</td>
${hasStory(run) ? story : undefined}<td role="cell" class="number">${label(words.warnings)}${warnings}</td></tr>
`;
}

/** Links from a scenario to the checks that need a look. */
function flagged(scenario: ScenarioRecord): Markup | undefined {
  const checks = scenario.checks.filter((judged) => ["fail", "inconc", "warning"].includes(outcomeOf(judged)));
  if (checks.length === 0) return undefined;
  return markup`<ul class="flagged">${checks.map(
    (judged) =>
      markup`<li>${outcomeBadge(outcomeOf(judged))} <a href="#${checkAnchor(scenario, judged)}">${both(judged.title)}</a></li>`,
  )}</ul>`;
}

function label(text: { readonly ja: string; readonly en: string }): Markup {
  return markup`<span class="label" aria-hidden="true">${both(text)}</span>`;
}
