import { setImmediate as turn } from "node:timers/promises";
import { wallClock } from "../../devices/transports/wall-clock.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { namedFacility } from "../../simulator/population/facility.ts";
import { certify, type Planned } from "../certification.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { LiveLink } from "../edges/live-link.ts";
import { Pace } from "../edges/pace.ts";
import { preparePictures } from "../edges/prepare-pictures.ts";
import { LiveRun } from "../live-run.ts";
import { errorLine } from "../reports/plain-text.ts";
import type { ScenarioRun } from "../run.ts";
import type { RunRecord, ScenarioRecord } from "../run-record.ts";
import type { Scenario } from "../scenario.ts";

/** What the live mode needs from the command line. */
export interface LiveOptions {
  readonly folder?: string;
  readonly pace: number;
}

/** How long a notice is waited for before the world's time moves on, ms of the wall. */
const LOOK_MS = 10;
/** Waits longer than this are leapt over but for their ends, so that nobody sits through 24 hours. */
const LEAP_OVER_MS = 60_000;
const ENDS_MS = 10_000;
/** A receipt system that does not take the first task within this time of the wall is not there, ms. */
const NOBODY_THERE_MS = 60_000;

const SUBJECT = { id: "live", title: { ja: "外部のレセコン（ライブ）", en: "receipt system outside (live)" } } as const;

/** Certifies a receipt system outside this process over the folders in `--folder`. */
export async function liveCertification(
  planned: Planned,
  { folder, pace }: LiveOptions,
  keep: (record: RunRecord, latest: ScenarioRecord | undefined) => void,
  stopped: () => boolean,
): Promise<RunRecord> {
  if (folder === undefined) throw new MisuseError("--folder", "--live needs the folder that holds req, res and face");
  const link = new LiveLink(folder, (problem) => process.stderr.write(`warning: ${errorLine(problem)}\n`), wallClock);
  try {
    const plan = { ...planned, subject: SUBJECT, mode: "live" } as const;
    return await certify(plan, (scenario, chosen) => runLive(scenario, chosen, link, pace, stopped), keep, stopped);
  } finally {
    link.close();
  }
}

async function runLive(
  scenario: Scenario,
  seed: number,
  link: LiveLink,
  factor: number,
  stopped: () => boolean,
): Promise<ScenarioRun> {
  const pictures = await preparePictures(scenario, seed);
  link.clear();
  const facility = namedFacility(scenario.facility).code;
  const live = new LiveRun({ scenario, seed, pictures }, SUBJECT.id, (task) =>
    link.post({ ...task, scenario: scenario.id, facility }),
  );
  const stopMirror = link.mirror(live.run.world.folders);
  const pace = new Pace(live.run.world.clock.nowMs, factor, wallClock);
  const givesUpAt = wallClock() + NOBODY_THERE_MS;
  while (!live.over && !stopped()) {
    if (!live.director.began && wallClock() > givesUpAt) {
      throw new ConfigurationError(
        "no receipt system took the first task from desk/todo within a minute",
        "start the receipt system's adapter beside certify, for example: madoguchi subject --folder <folder>",
      );
    }
    if (link.changed) {
      const inputs = link.inputs(scenario.id);
      if (inputs.length > 0) live.advanceTo(Math.max(pace.nowMs(), live.run.world.clock.nowMs));
      for (const input of inputs) live.apply(input);
    }
    live.advanceTo(Math.max(pace.nowMs(), live.run.world.clock.nowMs));
    leap(live, pace);
    await link.notice(LOOK_MS);
    await turn(); // what else waits in this process comes first
  }
  const run = live.conclude();
  stopMirror();
  return run;
}

/** Goes over the middle of a long wait at once. */
function leap(live: LiveRun, pace: Pace): void {
  const { waiting } = live.director;
  const now = live.run.world.clock.nowMs;
  if (waiting === undefined || waiting.untilMs - now <= LEAP_OVER_MS || now < waiting.sinceMs + ENDS_MS) return;
  live.advanceTo(waiting.untilMs - ENDS_MS);
  pace.leapTo(waiting.untilMs - ENDS_MS);
}
