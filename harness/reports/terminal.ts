import { styleText } from "node:util";
import Table from "cli-table3";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import type { JudgedCheck, RunRecord, ScenarioRecord } from "../run-record.ts";
import { type Verdict, verdictNames } from "../verdict.ts";
import { blockingChecks, outcomeNames, outcomeOf } from "./check-outcome.ts";
import { oneLine, plainText } from "./plain-text.ts";
import { reservations, tallyOf } from "./tally.ts";
import { word, words } from "./words.ts";
import { wrapText } from "./wrap-text.ts";

/** How the table is drawn; nothing is read from the environment. */
export interface TableOptions {
  /** Whether escape sequences for colours are written. */
  readonly colours: boolean;
  /** Columns of the terminal; taken as at least 60. */
  readonly widthColumns: number;
}

/** Below this the table cannot be read and is drawn wider than the terminal. */
const NARROWEST_COLUMNS = 60;
/** Borders, padding and the columns of fixed content: id, verdict, warnings. */
const FIXED_COLUMNS = 44;
/** A stack trace is for us; its first lines are enough on a terminal. */
const DEFECT_LINES = 3;

const colourOf = {
  none: "gray",
  pass: "green",
  inconc: "yellow",
  fail: "red",
  error: "magenta",
} as const satisfies Record<Verdict, string>;

type Paint = (verdict: Verdict, text: string) => string;

/** What a run came to, for a terminal: the table of scenarios, under it what to do about each that did not pass. */
export function renderTable(run: RunRecord, language: Language, { colours, widthColumns }: TableOptions): string {
  // styleText asks the environment unless told not to.
  const paint: Paint = (verdict, text) =>
    colours ? styleText(colourOf[verdict], text, { validateStream: false }) : text;
  const failing = run.scenarios.filter(({ verdict }) => verdict !== "pass");
  const parts = [
    scenarioTable(run, language, Math.max(widthColumns, NARROWEST_COLUMNS), paint),
    ...failing.map((scenario) => scenarioBlock(scenario, language, paint)),
    summary(run, language, paint),
  ];
  return `${parts.join("\n\n")}\n`;
}

function scenarioTable(run: RunRecord, language: Language, widthColumns: number, paint: Paint): string {
  const halfColumns = Math.max(Math.floor((widthColumns - FIXED_COLUMNS) / 2), 8);
  const table = new Table({
    head: [
      "ID",
      word(run, "scenario")[language],
      words.verdict[language],
      words.warnings[language],
      words.failedChecks[language],
    ].map((head) => wrapText(head, halfColumns)),
    style: { head: [], border: [], compact: true },
  });
  for (const scenario of run.scenarios) {
    table.push([
      oneLine(scenario.id),
      wrapText(oneLine(scenario.title[language]), halfColumns),
      paint(scenario.verdict, verdictNames[scenario.verdict][language]),
      String(scenario.warnings),
      blockingChecks(scenario)
        .map(({ id }) => wrapText(oneLine(id), halfColumns))
        .join("\n"),
    ]);
  }
  return table.toString();
}

function scenarioBlock(scenario: ScenarioRecord, language: Language, paint: Paint): string {
  const { id, title, verdict, defect } = scenario;
  const head = `${paint(verdict, `[${verdictNames[verdict][language]}]`)} ${oneLine(id)} ${oneLine(title[language])}`;
  const cause = defect === undefined ? [] : plainText(defect).split("\n").slice(0, DEFECT_LINES);
  return [
    head,
    ...cause.map((line, index) => (index === 0 ? `  ${words.defect[language]}: ${line}` : `    ${line}`)),
    ...blockingChecks(scenario).map((judged) => checkBlock(judged, language, paint)),
  ].join("\n");
}

function checkBlock(judged: JudgedCheck, language: Language, paint: Paint): string {
  const { id, title, expected, clause, next, finding } = judged;
  const row = (label: Bilingual, text: string): string => `    ${label[language]}: ${oneLine(text)}`;
  return [
    `  ${paint(finding.verdict, outcomeNames[outcomeOf(judged)][language])} ${oneLine(title[language])} (${oneLine(id)})`,
    row(words.expected, expected[language]),
    row(words.observed, finding.observed[language]),
    row(words.clause, clause),
    row(words.next, next[language]),
  ].join("\n");
}

function summary(run: RunRecord, language: Language, paint: Paint): string {
  const { planned, byVerdict, warnings } = tallyOf(run);
  const counts = {
    ja: `計画${planned}件中 合格${byVerdict.pass}・不合格${byVerdict.fail}・判定不能${byVerdict.inconc + byVerdict.none}・模擬側の異常${byVerdict.error}・注意${warnings}`,
    en: `${planned} planned: ${byVerdict.pass} passed, ${byVerdict.fail} failed, ${byVerdict.inconc + byVerdict.none} inconclusive, ${byVerdict.error} simulator errors, ${warnings} warnings`,
  };
  const verdict = paint(run.verdict, verdictNames[run.verdict][language]);
  const subject = `${words.subject[language]}: ${oneLine(run.subject.title[language])} (${oneLine(run.subject.id)})`;
  const profile = run.profile === undefined ? [] : [`${words.profile[language]}: ${oneLine(run.profile.name)}`];
  return [
    subject,
    ...profile,
    ...reservations(run).map((text) => paint("inconc", `! ${text[language]}`)),
    `${words.verdict[language]}: ${verdict} (${counts[language]})`,
  ].join("\n");
}
