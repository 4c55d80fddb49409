import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import type { JudgedCheck, RunRecord, ScenarioRecord } from "../../run-record.ts";
import type { Verdict } from "../../verdict.ts";
import { outcomeOf } from "../check-outcome.ts";
import { levelNames, words } from "../words.ts";
import { anchor, both, type Fact, factList, outcomeBadge, verdictBadge } from "./bits.ts";
import { evidenceList } from "./evidence.ts";
import { type Content, type Markup, markup } from "./markup.ts";

/** Of whom something is expected. */
const expectationOf = {
  "receipt-system": { ja: "レセコンへの期待", en: "Expected of the receipt system" },
  reader: { ja: "カードリーダーへの期待", en: "Expected of the reader" },
  firmware: { ja: "ファームウェアへの期待", en: "Expected of the firmware" },
} as const;

/** One scenario: what was expected, what was done to the subject, and every check; open unless it simply passed. */
export function scenarioSection(scenario: ScenarioRecord, run: RunRecord): Markup {
  const { id, title, expected, verdict, checks, warnings } = scenario;
  const open = verdict === "pass" && warnings === 0 ? undefined : markup` open`;
  return markup`<details class="scenario ${verdict}" id="${anchor(id)}"${open}>
<summary><h3><span class="id">${id}</span> ${both(title)}</h3>${verdictBadge(verdict)}</summary>
<div class="body">
<p class="lead"><strong>${both(expectationOf[scenario.underTest ?? "receipt-system"])}</strong> ${both(expected)}</p>
${factList("facts", circumstances(scenario, run))}${alerts(scenario)}${checks.map((judged) => checkArticle(judged, scenario))}</div>
</details>
`;
}

function circumstances(scenario: ScenarioRecord, run: RunRecord): readonly Fact[] {
  const { requires, policyDate, seed, faults, trace } = scenario;
  const story: readonly Fact[] = [
    { label: words.faults, content: faultNames(faults) },
    { label: words.policyDate, content: policyDate },
    { label: words.requirements, content: requires.join(", ") },
  ];
  const facts: readonly Fact[] = [
    ...(run.firmware === undefined ? story : []),
    { label: words.seed, content: seed },
    { label: words.trace, content: markup`<code>sha256:${trace.footer.sha256}</code>`, wide: true },
  ];
  if (run.mode === "live") return facts;
  return [...facts, { label: words.again, content: markup`<code>${commandFor(scenario, run)}</code>`, wide: true }];
}

/** The command that runs it again. */
function commandFor({ id, seed, policyDate }: ScenarioRecord, { firmware, subject, profile }: RunRecord): string {
  const switches = profile === undefined ? "" : ` --profile "${profile.name}"`;
  if (firmware === undefined)
    return `madoguchi certify --subject ${subject.id} --scenario ${id} --seed ${seed} --policy-date ${policyDate}${switches}`;
  const mutant = subject.id.startsWith(MUTANT) ? ` --mutant ${subject.id.slice(MUTANT.length)}` : "";
  return `madoguchi firmware${mutant} --check ${id} --seed ${seed}`;
}

/** How the subject of a run over a mutant is named. */
const MUTANT = "mutant/";

function faultNames(faults: ScenarioRecord["faults"]): Markup {
  if (faults.length === 0) return both(words.noFaults);
  return markup`<ul>${faults.map(({ id, title }) => markup`<li>${both(title)} <code>${id}</code></li>`)}</ul>`;
}

/** What keeps the checks of a scenario from being believed, if anything. */
function alerts({ defect, trace, checks }: ScenarioRecord): Content {
  return [
    defect === undefined
      ? undefined
      : alert("error", words.ourFailure, markup`<pre tabindex="0" translate="no">${defect}</pre>`),
    trace.footer.outcome === "incomplete" ? alert("inconc", words.notToEnd) : undefined,
    checks.length === 0 ? alert("none", words.noChecks) : undefined,
  ];
}

function alert(verdict: Verdict, text: Bilingual, detail?: Markup): Markup {
  return markup`<div class="alert ${verdict}"><p>${both(text)}</p>${detail}</div>
`;
}

/** Anchor of a check, for links from the table. */
export function checkAnchor(scenario: ScenarioRecord, { id }: JudgedCheck): string {
  return anchor(scenario.id, id);
}

function checkArticle(judged: JudgedCheck, scenario: ScenarioRecord): Markup {
  const { id, level, title } = judged;
  const outcome = outcomeOf(judged);
  return markup`<article class="check ${outcome}" id="${checkAnchor(scenario, judged)}">
<header><h4>${both(title)} <code>${id}</code></h4><span class="level">${both(levelNames[level])}</span>${outcomeBadge(outcome)}</header>
${factList("rows", grounds(judged, scenario))}</article>
`;
}

/** Expected, observed, clause, evidence, and what to do when it did not pass (peers-and-pains.md §4 row 8). */
function grounds(judged: JudgedCheck, scenario: ScenarioRecord): readonly Fact[] {
  const { expected, clause, requires, next, finding } = judged;
  const cited =
    requires.length === 0
      ? undefined
      : markup` <span class="requires">${both(words.requirements)}: ${requires.join(", ")}</span>`;
  const facts: readonly Fact[] = [
    { label: words.expected, content: both(expected) },
    { label: words.observed, content: both(finding.observed) },
    { label: words.clause, content: [clause, cited] },
    { label: words.evidence, content: evidenceList(judged, scenario) },
  ];
  return finding.verdict === "pass" ? facts : [...facts, { label: words.next, content: both(next) }];
}
