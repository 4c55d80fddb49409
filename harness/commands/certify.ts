import type { Command } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { catalogue, scenarioByName, subjectByName } from "../catalogue.ts";
import { certify } from "../certification.ts";
import { languageOption, paceOption, wholeNumber } from "../edges/options.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { preparePictures } from "../edges/prepare-pictures.ts";
import { progressFor } from "../edges/progress.ts";
import { reports } from "../reports/index.ts";
import { renderTable } from "../reports/terminal.ts";
import { simulate } from "../run.ts";
import type { Report, RunRecord, ScenarioRecord } from "../run-record.ts";
import type { Scenario } from "../scenario.ts";
import { writeTraceFile } from "../trace-file.ts";
import { exitCodeOf, exitCodes } from "../verdict.ts";
import { liveCertification } from "./certify-live.ts";

interface CertifyOptions {
  readonly subject: string;
  readonly scenario?: readonly string[];
  readonly seed?: number;
  readonly report?: readonly ReportTarget[];
  readonly out: string;
  readonly lang: Language;
  readonly live?: boolean;
  readonly folder?: string;
  readonly pace: number;
}

interface ReportTarget {
  readonly report: Report;
  readonly file: string;
}

const EXAMPLES = `
Examples:
  $ madoguchi certify                                     all scenarios, the bundled reference receipt system
  $ madoguchi certify --subject broken/takes-next-file    a receipt system with one defect: exit code 1
  $ madoguchi certify --scenario C01 --scenario C56 --seed 7
  $ madoguchi certify --report junit=out/junit.xml --report html=out/report.html
  $ madoguchi certify --live --folder ./oqs               your own receipt system over req, res and face

Exit codes: 0 pass, 1 the receipt system failed, 2 usage, 3 configuration, 4 our own error, 5 incomplete.`;

/** Adds `madoguchi certify`. */
export function addCertify(program: Command): void {
  program
    .command("certify")
    .description("run the certification scenarios against a receipt system and report a verdict")
    .option("--subject <name>", "built-in receipt system: reference, or broken/<defect>", "reference")
    .option("--scenario <id>", "run only this scenario; may be given several times", collect)
    .option("--seed <number>", "seed of every scenario; without it each uses its own", wholeNumber)
    .option("--report <format>=<file>", `also write a report: ${formats().join(", ")}`, collectReport)
    .option("--out <folder>", "where reports and traces go", "madoguchi-report")
    .addOption(languageOption())
    .option("--live", "let a receipt system outside this process work on the folders in --folder")
    .option("--folder <folder>", "folder that holds req, res and face (with --live)")
    .addOption(paceOption("virtual seconds a second (with --live)"))
    .addHelpText("after", EXAMPLES)
    .action(async (options: CertifyOptions) => {
      process.exitCode = await run(options);
    });
}

async function run(options: CertifyOptions): Promise<number> {
  const { lang, out } = options;
  const scenarios = (options.scenario ?? catalogue.scenarios.map(({ id }) => id)).map(scenarioByName);
  const progress = progressFor(process.stderr, lang);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  progress.begin(scenarios.length);
  const keep = (record: RunRecord, latest: ScenarioRecord | undefined): void => {
    writeWhole(inside(out, "evidence.json"), evidenceOf(record, lang));
    if (latest === undefined) return;
    writeWhole(inside(out, "traces", `${latest.id}.ndjson`), writeTraceFile(latest.trace));
    progress.done(latest);
  };
  const record = options.live
    ? await liveCertification(scenarios, options, keep, () => stopped)
    : await simulated(scenarios, options, keep, () => stopped);
  progress.end();
  process.removeListener("SIGINT", stop);
  return conclude(record, options, scenarios);
}

async function simulated(
  scenarios: readonly Scenario[],
  { subject: name, seed }: CertifyOptions,
  keep: (record: RunRecord, latest: ScenarioRecord | undefined) => void,
  stopped: () => boolean,
): Promise<RunRecord> {
  const subject = subjectByName(name);
  const plan = { scenarios, subject: { id: subject.id, title: subject.title }, mode: "simulate", seed } as const;
  const runOne = async (scenario: Scenario, chosen: number) =>
    simulate({ scenario, seed: chosen, pictures: await preparePictures(scenario, chosen) }, subject);
  return await certify(plan, runOne, keep, stopped);
}

/** Writes the reports, prints the table, and turns the verdict into an exit code. */
function conclude(
  record: RunRecord,
  { out, lang, report: targets = [] }: CertifyOptions,
  scenarios: readonly Scenario[],
): number {
  const html = inside(out, "report.html");
  const standard = reports.find(({ format }) => format === "html");
  if (standard !== undefined) writeWhole(html, standard.render(record, lang));
  writeWhole(inside(out, "evidence.json"), evidenceOf(record, lang));
  for (const { report, file } of targets) writeWhole(file, report.render(record, lang));
  const colours = process.stdout.isTTY === true;
  process.stdout.write(renderTable(record, lang, { colours, widthColumns: process.stdout.columns ?? 120 }));
  const words =
    lang === "ja"
      ? { digest: "トレースのダイジェスト", html: "HTMLレポート", files: "証拠とトレース" }
      : { digest: "trace digest", html: "HTML report", files: "evidence and traces" };
  process.stdout.write(`\n${words.digest}: sha256:${record.digest}\n${words.html}: ${html}\n${words.files}: ${out}\n`);
  if (!record.complete) return exitCodes.incomplete;
  return record.scenarios.length < scenarios.length ? exitCodes.incomplete : exitCodeOf(record.verdict);
}

function evidenceOf(record: RunRecord, lang: Language): string {
  const json = reports.find(({ format }) => format === "json");
  return json?.render(record, lang) ?? "";
}

function formats(): readonly string[] {
  return reports.map(({ format }) => format);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(",").filter((part) => part !== "")];
}

function collectReport(value: string, before: readonly ReportTarget[] = []): readonly ReportTarget[] {
  const at = value.indexOf("=");
  const [format, file] = at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
  const report = reports.find((candidate) => candidate.format === format);
  if (report === undefined)
    throw new MisuseError("--report", `there is no format ${format}; accepted: ${formats().join(", ")}`, formats());
  if (file === "") throw new MisuseError("--report", `name a file: --report ${format}=<file>`);
  return [...before, { report, file }];
}
