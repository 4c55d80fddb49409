import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { reports } from "../reports/index.ts";
import { jsonReport } from "../reports/json.ts";
import { renderTable } from "../reports/terminal.ts";
import type { Report, RunRecord } from "../run-record.ts";
import { exitCodeOf, exitCodes } from "../verdict.ts";

/** Where the output of a run goes, in the words of the command line. */
export interface OutputOptions {
  readonly out: string;
  readonly lang: Language;
}

/** Writes the reports, prints the table, and turns the verdict into an exit code. */
export function concludeRun(record: RunRecord, { out, lang }: OutputOptions, targets: readonly ReportTarget[]): number {
  const html = inside(out, "report.html");
  for (const { report, file } of [reportTarget(`html=${html}`), ...targets])
    writeWhole(file, report.render(record, lang));
  writeWhole(inside(out, "evidence.json"), jsonReport.render(record, lang));
  const colours = process.stdout.isTTY === true;
  process.stdout.write(renderTable(record, lang, { colours, widthColumns: process.stdout.columns ?? 120 }));
  const words =
    lang === "ja"
      ? { digest: "トレースのダイジェスト", html: "HTMLレポート", files: "証拠とトレース" }
      : { digest: "trace digest", html: "HTML report", files: "evidence and traces" };
  process.stdout.write(`\n${words.digest}: sha256:${record.digest}\n${words.html}: ${html}\n${words.files}: ${out}\n`);
  return record.complete ? exitCodeOf(record.verdict) : exitCodes.incomplete;
}

/** A report and the file it goes to. */
export interface ReportTarget {
  readonly report: Report;
  readonly file: string;
}

/** `--report junit=out.xml` as a format and a file. */
export function reportTarget(value: string): ReportTarget {
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
