import type { Language } from "../../simulator/kernel/bilingual.ts";
import type { RunHeader } from "../../simulator/kernel/trace.ts";
import { scenarioByName } from "../catalogue.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { preparePictures } from "../edges/prepare-pictures.ts";
import { judge } from "../judge.ts";
import { productVersion } from "../product.ts";
import { replay } from "../replay.ts";
import { scenarioHashOf } from "../run.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioAt } from "../scenario-at.ts";
import { readTraceFile } from "../trace-reading.ts";
import { exitCodeOf, exitCodes, verdictNames } from "../verdict.ts";
import { profileFrom } from "./profile-run.ts";
import { readTraceText } from "./text-file.ts";

/** Options of `madoguchi replay` as given. */
export interface ReplayOptions {
  readonly profile?: string;
  readonly lang: Language;
}

/** Otherwise the difference that must come would be told as a failure of ours. */
function refuseAnother({ scenarioHash, product }: RunHeader, scenario: Scenario): void {
  if (scenarioHash === scenarioHashOf(scenario)) return;
  throw new ConfigurationError(
    `the trace was recorded under another profile, or by another version (${product}; this is madoguchi ${productVersion})`,
    "give the profile it ran under with --profile <file>, or replay it with the version that recorded it",
  );
}

/** Runs `madoguchi replay` and returns its exit code. */
export async function runReplay(path: string, { profile, lang }: ReplayOptions): Promise<number> {
  const recorded = readTraceFile(readTraceText(path));
  const told = scenarioAt(scenarioByName(recorded.header.scenario), recorded.header.policyDate);
  const scenario = profile === undefined ? told : { ...told, profile: profileFrom(profile).profile };
  refuseAnother(recorded.header, scenario);
  const pictures = await preparePictures(scenario, recorded.header.seed);
  const again = replay(recorded, scenario, pictures);
  const same = again.firstDifference === undefined;
  const record = judge(scenario, again);
  const verdict = verdictNames[record.verdict][lang];
  const comparison = same
    ? { ja: "記録と同一", en: "identical to the recording" }
    : {
        ja: `記録と異なる（${again.firstDifference ?? "-"}行目から）`,
        en: `differs from the recording from line ${again.firstDifference ?? "-"} on`,
      };
  process.stdout.write(`${scenario.id}  ${verdict}  sha256:${again.trace.footer.sha256}  ${comparison[lang]}\n`);
  return same ? exitCodeOf(record.verdict) : exitCodes.error;
}
