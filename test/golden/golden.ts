import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { scenarioByName, subjectByName } from "../../harness/catalogue.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import { simulate } from "../../harness/run.ts";
import { writeTraceFile } from "../../harness/trace-file.ts";

/** Traces kept for review: few and small, and none with pictures, whose pixels depend on the drawing library. */
export const goldenScenarios = ["C02", "C07", "C11"] as const;

const folder = dirname(fileURLToPath(import.meta.url));

/** Where the generated pages lie. */
export const cataloguePath = join(folder, "../../docs/catalogue");

/** Where the golden trace of a scenario lies. */
export const goldenPath = (id: string): string => join(folder, "traces", `${id}.ndjson`);

/** The golden trace as checked in; empty when there is none yet. */
export function goldenTrace(id: string): string {
  try {
    return readFileSync(goldenPath(id), "utf8");
  } catch {
    return "";
  }
}

/** The trace of a scenario as it is now. */
export async function currentTrace(id: string): Promise<string> {
  const scenario = scenarioByName(id);
  const plan = { scenario, seed: scenario.seed, pictures: await preparePictures(scenario, scenario.seed) };
  return writeTraceFile(simulate(plan, subjectByName("reference")).trace);
}
