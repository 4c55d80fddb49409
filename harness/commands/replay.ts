import type { Command } from "commander";
import { languageOption } from "../edges/options.ts";
import type { ReplayOptions } from "./replay-run.ts";

const EXAMPLES = `
Examples:
  $ madoguchi replay madoguchi-report/traces/C56.ndjson     run it again and compare, line by line`;

/** Adds `madoguchi replay`. */
export function addReplay(program: Command): void {
  program
    .command("replay")
    .description("run a recorded trace again and compare it, then judge it again")
    .argument("<trace>", "a trace file (NDJSON)")
    .option("--profile <file>", "the profile the run was under, if it was under one")
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: ReplayOptions) => {
      const { runReplay } = await import("./replay-run.ts");
      process.exitCode = await runReplay(path, options);
    });
}
