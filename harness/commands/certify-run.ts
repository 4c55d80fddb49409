import { setImmediate as turn } from "node:timers/promises";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { readerModelByName, scenarioByName, subjectByName } from "../catalogue.ts";
import { certify, type Planned } from "../certification.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { preparePictures } from "../edges/prepare-pictures.ts";
import { progressFor } from "../edges/progress.ts";
import { openWire } from "../edges/wired-run.ts";
import { jsonReport } from "../reports/json.ts";
import { simulate } from "../run.ts";
import type { RunRecord, ScenarioRecord } from "../run-record.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioAt } from "../scenario-at.ts";
import { certificationScenarios } from "../scenarios/certification/index.ts";
import { writeTraceFile } from "../trace-file.ts";
import { profileFrom } from "./profile-run.ts";
import { concludeRun, reportTarget } from "./report-output.ts";

/** Options of `madoguchi certify` as given. */
export interface CertifyOptions {
  readonly subject?: string;
  readonly scenario?: readonly string[];
  readonly seed?: number;
  readonly policyDate?: string;
  readonly profile?: string;
  readonly report?: readonly string[];
  readonly out: string;
  readonly lang: Language;
  readonly wire?: string;
  readonly wireFront?: string;
  readonly wireAs?: string;
  readonly live?: boolean;
  readonly folder?: string;
  readonly pace: number;
}

const REFERENCE = "reference";
const USUAL_READER = "sim-contacts";

/** Runs `madoguchi certify` and returns its exit code. */
export async function runCertify(options: CertifyOptions): Promise<number> {
  const { lang, out } = options;
  // What is wrong with the options is told before anything runs.
  refuseContradictions(options);
  const targets = (options.report ?? []).map(reportTarget);
  const wanted = options.scenario?.flatMap((names) => names.split(",")) ?? certificationScenarios.map(({ id }) => id);
  const { policyDate } = options;
  const given = options.profile === undefined ? undefined : profileFrom(options.profile);
  const scenarios = wanted
    .map(scenarioByName)
    .map((scenario) => (policyDate === undefined ? scenario : scenarioAt(scenario, policyDate)))
    .map((scenario) => (given === undefined ? scenario : { ...scenario, profile: given.profile }));
  const progress = await progressFor(process.stderr, lang);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  progress.begin(scenarios.length);
  const keep = (record: RunRecord, latest: ScenarioRecord | undefined): void => {
    writeWhole(inside(out, "evidence.json"), jsonReport.render(record, lang));
    if (latest === undefined) return;
    writeWhole(inside(out, "traces", `${latest.id}.ndjson`), writeTraceFile(latest.trace));
    progress.done(latest);
  };
  const planned = { scenarios, seed: options.seed, profile: given?.file };
  const record = options.live
    ? await (await import("./certify-live.ts")).liveCertification(planned, options, keep, () => stopped)
    : await simulated(planned, options, keep, () => stopped);
  progress.end();
  process.removeListener("SIGINT", stop);
  return concludeRun(record, options, targets);
}

/** An option that would be passed over might let somebody believe that it was their product that passed. */
function refuseContradictions({ live, folder, subject, wire, wireFront, wireAs }: CertifyOptions): void {
  if (live !== true && folder !== undefined)
    throw new MisuseError("--folder", "needs --live; without it a built-in receipt system is tested, not yours");
  if (live === true && subject !== undefined)
    throw new MisuseError(
      "--subject",
      "names a built-in receipt system; with --live it is the one outside. Leave one out",
    );
  if (live === true && wire !== undefined) throw new MisuseError("--wire", "does not go with --live");
  if (wire === undefined && wireFront !== undefined) throw new MisuseError("--wire-front", "needs --wire");
  if (wire === undefined && wireAs !== undefined) throw new MisuseError("--wire-as", "needs --wire");
}

async function simulated(
  planned: Planned,
  { subject: name = REFERENCE, wire, wireFront, wireAs = USUAL_READER }: CertifyOptions,
  keep: (record: RunRecord, latest: ScenarioRecord | undefined) => void,
  stopped: () => boolean,
): Promise<RunRecord> {
  const subject = subjectByName(name);
  const plan = { ...planned, subject: { id: subject.id, title: subject.title }, mode: "simulate" } as const;
  const runs =
    wire === undefined ? undefined : await openWire({ wire, wireFront }, readerModelByName("--wire-as", wireAs));
  const runOne = async (scenario: Scenario, chosen: number) => {
    await turn(); // a run is one long synchronous piece: between two of them Ctrl-C is heard and the progress is drawn
    const run = { scenario, seed: chosen, pictures: await preparePictures(scenario, chosen) };
    return runs === undefined ? simulate(run, subject) : await runs.simulate(run, subject);
  };
  try {
    return await certify(plan, runOne, keep, stopped);
  } finally {
    await runs?.close();
  }
}
