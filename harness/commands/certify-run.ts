import { setImmediate as turn } from "node:timers/promises";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { catalogue, scenarioByName, subjectByName } from "../catalogue.ts";
import { certify } from "../certification.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { preparePictures } from "../edges/prepare-pictures.ts";
import { progressFor } from "../edges/progress.ts";
import { reports } from "../reports/index.ts";
import { jsonReport } from "../reports/json.ts";
import { renderTable } from "../reports/terminal.ts";
import { simulate } from "../run.ts";
import type { Report, RunRecord, ScenarioRecord } from "../run-record.ts";
import type { Scenario } from "../scenario.ts";
import { writeTraceFile } from "../trace-file.ts";
import { exitCodeOf, exitCodes } from "../verdict.ts";

/** Options of `madoguchi certify` as given. */
export interface CertifyOptions {
  readonly subject: string;
  readonly scenario?: readonly string[];
  readonly seed?: number;
  readonly report?: readonly string[];
  readonly out: string;
  readonly lang: Language;
  readonly live?: boolean;
  readonly folder?: string;
  readonly pace: number;
}

/** Runs `madoguchi certify` and returns its exit code. */
export async function runCertify(options: CertifyOptions): Promise<number> {
  const { lang, out } = options;
  // What is wrong with the options is told before anything runs.
  const targets = (options.report ?? []).map(reportTarget);
  const wanted = options.scenario?.flatMap((names) => names.split(",")) ?? catalogue.scenarios.map(({ id }) => id);
  const scenarios = wanted.map(scenarioByName);
  const progress = await progressFor(process.stderr, lang);
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
    ? await (await import("./certify-live.ts")).liveCertification(scenarios, options, keep, () => stopped)
    : await simulated(scenarios, options, keep, () => stopped);
  progress.end();
  process.removeListener("SIGINT", stop);
  return conclude(record, options, targets);
}

async function simulated(
  scenarios: readonly Scenario[],
  { subject: name, seed }: CertifyOptions,
  keep: (record: RunRecord, latest: ScenarioRecord | undefined) => void,
  stopped: () => boolean,
): Promise<RunRecord> {
  const subject = subjectByName(name);
  const plan = { scenarios, subject: { id: subject.id, title: subject.title }, mode: "simulate", seed } as const;
  const runOne = async (scenario: Scenario, chosen: number) => {
    await turn(); // a run is one long synchronous piece: between two of them Ctrl-C is heard and the progress is drawn
    return simulate({ scenario, seed: chosen, pictures: await preparePictures(scenario, chosen) }, subject);
  };
  return await certify(plan, runOne, keep, stopped);
}

/** Writes the reports, prints the table, and turns the verdict into an exit code. */
function conclude(record: RunRecord, { out, lang }: CertifyOptions, targets: readonly ReportTarget[]): number {
  const html = inside(out, "report.html");
  for (const { report, file } of [reportTarget(`html=${html}`), ...targets])
    writeWhole(file, report.render(record, lang));
  writeWhole(inside(out, "evidence.json"), evidenceOf(record, lang));
  const colours = process.stdout.isTTY === true;
  process.stdout.write(renderTable(record, lang, { colours, widthColumns: process.stdout.columns ?? 120 }));
  const words =
    lang === "ja"
      ? { digest: "トレースのダイジェスト", html: "HTMLレポート", files: "証拠とトレース" }
      : { digest: "trace digest", html: "HTML report", files: "evidence and traces" };
  process.stdout.write(`\n${words.digest}: sha256:${record.digest}\n${words.html}: ${html}\n${words.files}: ${out}\n`);
  return record.complete ? exitCodeOf(record.verdict) : exitCodes.incomplete;
}

const evidenceOf = (record: RunRecord, lang: Language): string => jsonReport.render(record, lang);

interface ReportTarget {
  readonly report: Report;
  readonly file: string;
}

/** `--report junit=out.xml` as a format and a file. */
function reportTarget(value: string): ReportTarget {
  const at = value.indexOf("=");
  const [format, file] = at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
  const report = reports.find((candidate) => candidate.format === format);
  const formats = reports.map((known) => known.format);
  if (report === undefined) {
    throw new MisuseError("--report", `there is no format ${format}; accepted: ${formats.join(", ")}`, formats);
  }
  if (file === "") throw new MisuseError("--report", `name a file: --report ${format}=<file>`);
  return { report, file };
}
