import { readFileSync } from "node:fs";
import { CCID_LINE } from "../../devices/transports/serial.ts";
import type { TransportProblem } from "../../devices/transports/transport-problem.ts";
import { goodDecisions } from "../../firmware-stubs/decisions.ts";
import { mutants } from "../../firmware-stubs/mutants/index.ts";
import { goodPcscDecisions } from "../../firmware-stubs/pcsc-decisions.ts";
import { pcscMutants } from "../../firmware-stubs/pcsc-mutants/index.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { nearNames } from "../catalogue.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { progressFor } from "../edges/progress.ts";
import { firmwareChecks } from "../firmware/checks/index.ts";
import { checkSets } from "../firmware/firmware-check.ts";
import { type Ics, readIcs } from "../firmware/ics.ts";
import { pcscStubSubject } from "../firmware/pcsc-stub.ts";
import { referenceIcs } from "../firmware/reference-ics.ts";
import { type NotApplicable, planFor, runSuite } from "../firmware/run-suite.ts";
import { setTitles } from "../firmware/set-titles.ts";
import { stubSubject } from "../firmware/stub-subject.ts";
import type { FirmwareSubject } from "../firmware/subject.ts";
import type { JudgedCheck } from "../run-record.ts";
import { writeTraceFile } from "../trace-file.ts";
import { exitCodes } from "../verdict.ts";
import type { FirmwareOptions } from "./firmware.ts";
import { concludeRun, reportTarget } from "./report-output.ts";

/** Runs `madoguchi firmware` and returns its exit code. */
export async function runFirmwareCommand(options: FirmwareOptions): Promise<number> {
  const { lang, out, check: wanted = [], icsExample, list, seed } = options;
  if (icsExample === true) return print(`${JSON.stringify(referenceIcs, null, 2)}\n`);
  if (list === true) return print(listing(lang));
  // What is wrong with the options is told before anything is opened.
  const targets = (options.report ?? []).map(reportTarget);
  const ids = wanted.flatMap((names) => names.split(","));
  for (const id of ids) checkName(id);
  const subject = await openSubject(options);
  try {
    const plan = planFor(subject, ids);
    if (plan.checks.length === 0)
      throw new MisuseError("--check", `nothing of it applies: ${missingText(plan.notApplicable)}`);
    const progress = await progressFor(process.stderr, lang);
    progress.begin(plan.checks.length);
    let stopped = false;
    const stop = (): void => {
      stopped = true;
    };
    process.once("SIGINT", stop);
    let lost: TransportProblem | undefined;
    subject.onLost?.((problem) => {
      lost = problem;
    });
    const tell = ({ id, title, finding: { verdict } }: JudgedCheck): void => progress.done({ id, title, verdict });
    const record = await runSuite(subject, plan, seed, tell, () => stopped);
    process.removeListener("SIGINT", stop);
    progress.end();
    for (const { id, trace } of record.scenarios)
      writeWhole(inside(out, "traces", `${id}.ndjson`), writeTraceFile(trace));
    const exitCode = concludeRun(record, { out, lang }, targets);
    if (plan.notApplicable.length > 0) process.stdout.write(notApplicableText(plan.notApplicable, lang));
    return lost === undefined ? exitCode : lineLost(lost);
  } finally {
    await subject.close();
  }
}

/** A reader that went away in the middle of a check failed it, whatever the rest would have come to. */
function lineLost({ message, fix }: TransportProblem): number {
  process.stderr.write(`error: ${message}; the rest was not run\n  what to do: ${fix}\n`);
  return exitCodes.fail;
}

/** The firmware that was named; our own reference where none was. */
async function openSubject(options: FirmwareOptions): Promise<FirmwareSubject> {
  const { exec, serial, baud, benchSerial, tcp, benchTcp, pcsc, mutant } = options;
  const named = Object.entries({ exec, serial, tcp, pcsc, mutant }).filter(([, value]) => value !== undefined);
  if (named.length > 1)
    throw new MisuseError(`--${named[1]?.[0]}`, `name one reader, not two: --${named[0]?.[0]} is there already`);
  const ics = options.ics === undefined ? referenceIcs : icsIn(options.ics);
  if (serial !== undefined) {
    const { openSerialSubject } = await import("../edges/firmware/serial-subject.ts");
    return await openSerialSubject(serial, benchSerial, { ...CCID_LINE, baudRate: baud }, ics);
  }
  if (exec !== undefined) {
    const { openExecSubject } = await import("../edges/firmware/exec-subject.ts");
    return await openExecSubject(exec, ics, (line) => process.stderr.write(`${line}\n`));
  }
  if (tcp !== undefined) {
    const { openTcpSubject } = await import("../edges/firmware/tcp-subject.ts");
    return await openTcpSubject(tcp, benchTcp, ics);
  }
  if (pcsc !== undefined) {
    const { openPcscSubject } = await import("../edges/firmware/pcsc-subject.ts");
    return await openPcscSubject(pcsc, ics);
  }
  return mutant === undefined
    ? stubSubject("reference", { ja: "参照ファームウェア", en: "reference firmware" })
    : mutantSubject(mutant);
}

function mutantSubject(name: string): FirmwareSubject {
  const isNamed = ({ id }: { readonly id: string }): boolean => id.toLowerCase() === name.toLowerCase();
  const found = mutants.find(isNamed);
  if (found !== undefined) return stubSubject(`mutant/${found.id}`, found.title, found.slip(goodDecisions));
  const shown = pcscMutants.find(isNamed);
  if (shown !== undefined) return pcscStubSubject(`mutant/${shown.id}`, shown.title, shown.slip(goodPcscDecisions));
  const ids = [...mutants, ...pcscMutants].map(({ id }) => id);
  throw new MisuseError("--mutant", `there is no ${name}; near names: ${nearNames(name, ids).join(", ")}`, ids);
}

function icsIn(file: string): Ics {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(
      `the conformance statement cannot be read: ${why}`,
      "name the file, or print one with --ics-example",
    );
  }
  return readIcs(text);
}

function checkName(name: string): void {
  const known = [...checkSets, ...firmwareChecks.map(({ id }) => id)];
  if (known.includes(name.toUpperCase())) return;
  throw new MisuseError("--check", `there is no ${name}; near names: ${nearNames(name, known).join(", ")}`, known);
}

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.pass;
}

const HEADINGS = {
  notApplicable: { ja: "対象外（宣言または接続がない）", en: "Not applicable (not declared, or not connected)" },
  mutants: { ja: "変異ファームウェア", en: "Mutants" },
} as const;

const missingText = (all: readonly NotApplicable[]): string =>
  [...new Set(all.flatMap(({ missing }) => missing))].join(", ");

/** What was not judged and why: a clause that was not tested is listed, never forgotten. */
function notApplicableText(all: readonly NotApplicable[], lang: Language): string {
  const rows = all.map(
    ({ check, missing }) => `  ${check.id.padEnd(7)}${check.title[lang]}  (${missing.join(", ")})\n`,
  );
  return `\n${HEADINGS.notApplicable[lang]}: ${all.length}\n${rows.join("")}`;
}

function listing(lang: Language): string {
  const sets = checkSets.flatMap((set) => [
    `${set}  ${setTitles[set][lang]}\n`,
    ...firmwareChecks.filter((check) => check.set === set).map(({ id, title }) => `  ${id.padEnd(7)}${title[lang]}\n`),
  ]);
  const slips = [...mutants, ...pcscMutants].map(
    ({ id, title, caughtBy }) => `  ${id.padEnd(10)}${caughtBy.padEnd(7)}${title[lang]}\n`,
  );
  return [...sets, `${HEADINGS.mutants[lang]}\n`, ...slips].join("");
}
