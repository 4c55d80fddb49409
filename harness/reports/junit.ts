import Builder from "fast-xml-builder";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import type { AnyCrossing } from "../../simulator/kernel/trace.ts";
import type { JudgedCheck, Report, RunRecord, ScenarioRecord } from "../run-record.ts";
import { verdictNames } from "../verdict.ts";
import { outcomeNames, outcomeOf } from "./check-outcome.ts";
import { crossingSummary } from "./crossing-summary.ts";
import { japanTime } from "./japan-time.ts";
import { oneLine, plainText } from "./plain-text.ts";
import { reservations } from "./tally.ts";
import { modeName, NOT_APPLICABLE, word, words } from "./words.ts";

/** Lines of evidence a failure tells; the rest stands in the other reports. */
const MOST_EVIDENCE_LINES = 10;

interface Problem {
  readonly "@_message": string;
  readonly "@_type": string;
  readonly "#text": string;
}

/** A test case; at most one of failure, error and skipped. */
interface TestCase {
  readonly "@_classname": string;
  readonly "@_name": string;
  readonly "@_time"?: "0";
  readonly failure?: Problem;
  readonly error?: Problem;
  readonly skipped?: { readonly "@_message": string };
  readonly "system-out"?: string;
}

/**
 * JUnit XML as CI servers read it: a suite a scenario, a case a check, and one case more that tells whether the scenario
 * itself ran. Red exactly when the command would not exit with 0. No time stamps; virtual time takes no time.
 */
export const junitReport: Report = {
  format: "junit",
  title: { ja: "JUnit XML（CI用）", en: "JUnit XML (for CI)" },
  extension: "xml",
  render(run, language) {
    const suites = [
      ...run.scenarios.map((scenario) => suiteOf(scenario, run, language)),
      ...notApplicableSuite(run, language),
      ...runSuite(run, language),
    ];
    // The builder would write an attribute of the value "true" without its value, which is no XML.
    const builder = new Builder({
      ignoreAttributes: false,
      format: true,
      suppressBooleanAttributes: false,
      suppressEmptyNode: true,
    });
    return builder.build({
      "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
      testsuites: {
        "@_name": oneLine(run.product),
        ...counts(suites.flatMap(({ testcase }) => testcase)),
        testsuite: suites,
      },
    });
  },
};

function suiteOf(scenario: ScenarioRecord, run: RunRecord, language: Language) {
  const cases = [
    scenarioCase(scenario, run, language),
    ...scenario.checks.map((judged) => checkCase(judged, scenario, language)),
  ];
  const facts = {
    product: run.product,
    subject: run.subject.id,
    mode: modeName(run)[language],
    verdict: verdictNames[scenario.verdict][language],
    ...(run.profile === undefined ? {} : { profile: `${run.profile.name} sha256:${run.profile.sha256}` }),
    seed: String(scenario.seed),
    policyDate: scenario.policyDate,
    faults: scenario.faults.map(({ id }) => id).join(" "),
    traceSha256: scenario.trace.footer.sha256,
  };
  return suite(`${scenario.id} ${scenario.title[language]}`, facts, cases, run);
}

/** Checks that do not apply, as skipped ones: nobody shall take them for passed. */
function notApplicableSuite(run: RunRecord, language: Language) {
  const open = run.firmware?.notApplicable ?? [];
  if (open.length === 0) return [];
  const cases = open.map(({ id, title, missing }) => ({
    "@_classname": "not-applicable",
    "@_name": oneLine(`${id} ${title[language]}`),
    skipped: { "@_message": oneLine(missing.join(", ")) },
  }));
  return [suite(NOT_APPLICABLE[language], { product: run.product, subject: run.subject.id }, cases, run)];
}

/** What the scenarios cannot tell: that some, or all, never ran. */
function runSuite(run: RunRecord, language: Language) {
  if (run.complete && run.scenarios.length === run.planned && run.planned > 0) return [];
  const text = reservations(run)
    .map((reservation) => reservation[language])
    .join("\n");
  const broken = { "@_classname": "run", "@_name": "complete", error: problem("incomplete", text, text) };
  return [suite("run", { product: run.product, subject: run.subject.id }, [broken], run)];
}

function suite(name: string, facts: Readonly<Record<string, string>>, cases: readonly TestCase[], { mode }: RunRecord) {
  const timed = mode === "simulate" ? cases.map((testcase) => ({ ...testcase, "@_time": "0" as const })) : cases;
  return {
    "@_name": oneLine(name),
    ...counts(cases),
    ...(mode === "simulate" ? { "@_time": "0" } : {}),
    properties: {
      property: Object.entries(facts).map(([key, value]) => ({ "@_name": key, "@_value": oneLine(value) })),
    },
    testcase: timed,
  };
}

function counts(cases: readonly TestCase[]) {
  return {
    "@_tests": cases.length,
    "@_failures": cases.filter(({ failure }) => failure !== undefined).length,
    "@_errors": cases.filter(({ error }) => error !== undefined).length,
    "@_skipped": cases.filter(({ skipped }) => skipped !== undefined).length,
  };
}

function scenarioCase(scenario: ScenarioRecord, run: RunRecord, language: Language): TestCase {
  const { id, verdict, defect, trace } = scenario;
  const head = { "@_classname": oneLine(id), "@_name": word(run, "runToEnd")[language] };
  const verdictWord = verdictNames[verdict][language];
  if (verdict === "error") return { ...head, error: problem("error", verdictWord, defect ?? verdictWord) };
  if (trace.footer.outcome !== "completed" || verdict === "none") {
    return { ...head, failure: problem("incomplete", verdictWord, `${verdictWord} (${trace.footer.outcome})`) };
  }
  return head;
}

function checkCase(judged: JudgedCheck, scenario: ScenarioRecord, language: Language): TestCase {
  const head = { "@_classname": oneLine(scenario.id), "@_name": oneLine(`${judged.id} ${judged.title[language]}`) };
  const outcome = outcomeOf(judged);
  const observed = judged.finding.observed[language];
  switch (outcome) {
    case "pass":
      return head;
    case "fail":
      return { ...head, failure: problem("fail", observed, explain(judged, language)) };
    case "inconc":
      return { ...head, failure: problem("inconclusive", observed, explain(judged, language)) };
    case "open":
      return { ...head, skipped: { "@_message": oneLine(observed) } };
    case "warning":
      return { ...head, "system-out": plainText(`${outcomeNames.warning[language]}\n${explain(judged, language)}`) };
  }
}

function problem(type: string, message: string, text: string): Problem {
  return { "@_message": oneLine(message), "@_type": type, "#text": plainText(text) };
}

function explain({ expected, finding, clause, requires, evidence, next }: JudgedCheck, language: Language): string {
  const row = (label: Bilingual, text: string): string => `${label[language]}: ${oneLine(text)}`;
  const shown = evidence.slice(0, MOST_EVIDENCE_LINES);
  return [
    row(words.expected, expected[language]),
    row(words.observed, finding.observed[language]),
    row(words.clause, clause),
    row(words.requirements, requires.join(" ")),
    row(words.evidence, `${shown.length} / ${evidence.length}`),
    ...shown.map((crossing) => evidenceLine(crossing, language)),
    row(words.next, next[language]),
  ].join("\n");
}

function evidenceLine(crossing: AnyCrossing, language: Language): string {
  const { seq, atMs, pco, by } = crossing;
  const injected = by === undefined ? "" : ` [${words.faults[language]}: ${by.join(", ")}]`;
  return oneLine(`#${seq} ${japanTime(atMs)} ${pco} ${crossingSummary(crossing)[language]}${injected}`);
}
